// All the page says, Chinese first, English second.

export const say = (zh, en) => ({ zh, en });

/** Puts words into an element: Chinese as the page's language, English marked as such. */
export function put(element, { zh, en }) {
  element.replaceChildren(zh);
  if (en) {
    const english = document.createElement("span");
    english.lang = "en";
    english.className = "en";
    english.textContent = en;
    element.append(" ", english);
  }
  return element;
}

export const line = ({ zh, en }) => (en ? `${zh} ${en}` : zh);

export const keyNames = { "*": say("星号", "star"), "#": say("井号", "pound"), 0: say("0 人工", "0 a person") };

export const states = {
  idle: say("还没有拨打", "Not dialled"),
  dialling: say("正在拨打……", "Dialling…"),
  listen: say("请听", "Listen"),
  one: say("请按键", "Press a key"),
  oneOrSpeak: say("请按键，或者说话", "Press a key, or speak"),
  recording: say("正在录留言", "A message is recorded"),
  queue: say("在排队等人工", "Waiting in the queue"),
  ringing: say("正在接通，对方在响铃", "Ringing"),
  lost: say("通话断了", "The call is lost"),
};

const orSpeak = (state) => say(`${state.zh}，或者说话`, `${state.en}, or speak`);

const keysOnly = (count, finish) =>
  count ? say(`请按 ${count} 个键`, `Press ${count} keys`)
  : finish ? say(`请按键，按 ${finish} 结束`, `Press keys, then ${finish}`)
  : say("请按键，按完等一下", "Press keys, then wait");

export const digits = (count, finish, speech) => (speech ? orSpeak(keysOnly(count, finish)) : keysOnly(count, finish));

export const ends = {
  CallerHungUp: say("您挂断了，通话结束", "You hung up; the call is over"),
  HotlineHungUp: say("热线挂断了，通话结束", "The hotline hung up; the call is over"),
  NothingLeft: say("热线没有话要说了，通话结束", "The hotline had nothing more to say; the call is over"),
  NothingUsable: say("热线两次都没有正常应答，通话结束", "The hotline failed twice; the call is over"),
  GoesRound: say("热线一直在转圈，没有提问，通话结束", "The hotline went round and round without asking; the call is over"),
};

export const transferEnds = {
  answers: say("接听，谈完挂断", "Answers and talks"),
  declines: say("拒接", "Declines"),
  busy: say("占线", "Busy"),
  "no-answer": say("无人接听", "No answer"),
  failed: say("打不通", "Failed"),
  full: say("队列满", "Queue full"),
  error: say("出错", "Error"),
};

export const transferChoices = { queue: ["answers", "full", "error"], ringing: ["answers", "declines", "busy", "no-answer", "failed"] };

/** What the caller and the network did, by the names the server gives. */
export const deeds = {
  Presses: (keys) => say(`按键 ${keys}`, `presses ${keys}`),
  Says: (words) => say(words, ""),
  IsSilent: () => say("没有出声", "is silent"),
  HangsUp: () => say("挂断", "hangs up"),
  Queues: (name) => say(`进入队列 ${name}`, `waits in the queue ${name}`),
  Rings: (place) => say(`正在呼叫 ${place}`, `rings ${place}`),
  Records: () => say("开始录留言", "a message is recorded"),
  LeavesMessage: (seconds) => say(`留言 ${seconds} 秒`, `leaves a message of ${seconds} s`),
  whispered: (words) => say(`对同事说：${words}`, `whispered to the person: ${words}`),
  EndsTransfer: (how) => say(`对方：${transferEnds[how]?.zh ?? how}`, `the other end: ${transferEnds[how]?.en ?? how}`),
  LosesKeys: (keys) => say(`这时没有人听按键，${keys} 没有被听到`, `nobody listens to keys now: ${keys} is lost`),
  LosesWords: () => say("这时没有人听说话，请按键", "nobody listens to words now: press keys"),
  CannotUse: (detail) => say(`热线的应答不能用，改用备用地址：${detail}`, `the hotline's answer is of no use, so its fallback is asked`),
  CannotPlay: (verb) => say(`这台电话不会播放 ${verb}`, `this telephone does not play ${verb}`),
  Ends: (why) => ends[why] ?? say("通话结束", "The call is over"),
};

export const wrongs = {
  away: say("连不上热线。请看看服务是不是还在运行，再重新拨打。", "The hotline cannot be reached. See whether it still runs, then dial again."),
  gone: say("这通电话已经不在了，请重新拨打。", "This call is gone; please dial again."),
  refused: say("这时做不了这件事。", "That cannot be done now."),
  broken: say("热线的服务器出错了，请重新拨打。", "The hotline's server failed; please dial again."),
  number: say("请先填一个号码，比如 +8613800000001，或者 anonymous。", "First a number, such as +8613800000001, or anonymous."),
  early: say("这一句打断不了，听完再按。", "This sentence cannot be interrupted; press after it."),
  unheard: say("麦克风没有听到话。", "The microphone heard nothing."),
  noMicrophone: say("浏览器没有让用麦克风，请打字。", "The browser does not allow the microphone; please type."),
};

export const noVoice = {
  zh: say("这个浏览器没有中文的声音，中文只显示文字。", "This browser has no Chinese voice; Chinese is shown as text."),
  en: say("这个浏览器没有英文的声音，英文只显示文字。", "This browser has no English voice; English is shown as text."),
};

export const noMessages = say("还没有消息", "None yet");
export const levels = { L0: say("L0 还没核对", "not proven"), L1: say("L1 号码相符", "the number fits"), L1Plus: say("L1+ 答对一题", "one question answered"), L2: say("L2 答对两题", "two questions answered"), L3: say("L3 加验证码", "and a code") };
export const placeNames = { flow: say("流程", "Flow"), state: say("状态", "State"), level: say("身份", "Identity") };
export const facts = { story: say("故事", "Story"), wallet: say("钱包号", "Wallet"), phone: say("注册手机", "Registered phone"), tail: say("证件尾号", "ID ends in") };
