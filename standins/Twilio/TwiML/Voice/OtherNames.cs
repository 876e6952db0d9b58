namespace Twilio.TwiML.Voice
{
    // The names of this namespace that the hotline does not use. They stand here so that a name of its own that is ambiguous beside the
    // real package is ambiguous beside the stand-in too.

    public class AiSession
    {
        private AiSession() { }
    }

    public class Application
    {
        private Application() { }
    }

    public class ApplicationSid
    {
        private ApplicationSid() { }
    }

    public class Assistant
    {
        private Assistant() { }
    }

    public class Autopilot
    {
        private Autopilot() { }
    }

    public class Conference
    {
        private Conference() { }
    }

    public class Config
    {
        private Config() { }
    }

    public class Connect
    {
        private Connect() { }
    }

    public class Conversation
    {
        private Conversation() { }
    }

    public class ConversationRelay
    {
        private ConversationRelay() { }
    }

    public class ConversationRelaySession
    {
        private ConversationRelaySession() { }
    }

    public class Echo
    {
        private Echo() { }
    }

    public class Header
    {
        private Header() { }
    }

    public class Headers
    {
        private Headers() { }
    }

    public class Language
    {
        private Language() { }
    }

    public class Pay
    {
        private Pay() { }
    }

    public class Prompt
    {
        private Prompt() { }
    }

    public class Queue
    {
        private Queue() { }
    }

    public class Recording
    {
        private Recording() { }
    }

    public class Refer
    {
        private Refer() { }
    }

    public class ReferSip
    {
        private ReferSip() { }
    }

    public class Reject
    {
        private Reject() { }
    }

    public class Room
    {
        private Room() { }
    }

    public class Sim
    {
        private Sim() { }
    }

    public class SipUri
    {
        private SipUri() { }
    }

    public class Siprec
    {
        private Siprec() { }
    }

    public class Sms
    {
        private Sms() { }
    }

    public class SsmlEmphasis
    {
        private SsmlEmphasis() { }
    }

    public class SsmlLang
    {
        private SsmlLang() { }
    }

    public class SsmlP
    {
        private SsmlP() { }
    }

    public class SsmlPhoneme
    {
        private SsmlPhoneme() { }
    }

    public class SsmlS
    {
        private SsmlS() { }
    }

    public class SsmlSayAs
    {
        private SsmlSayAs() { }
    }

    public class SsmlSub
    {
        private SsmlSub() { }
    }

    public class SsmlW
    {
        private SsmlW() { }
    }

    public class Start
    {
        private Start() { }
    }

    public class Stop
    {
        private Stop() { }
    }

    public class Stream
    {
        private Stream() { }
    }

    public class Transcription
    {
        private Transcription() { }
    }

    public class VirtualAgent
    {
        private VirtualAgent() { }
    }

    public class WhatsApp
    {
        private WhatsApp() { }
    }
}
