using Ivr.Flows.Wallet;

namespace Ivr.Web.Voice;

/// <summary>The keys of a wait in the queue.</summary>
public static class QueueKeys
{
    public const char Callback = '1';
    public const char Message = '2';
    public const char SelfService = '*';
    public const char Again = '#';

    /// <summary>What a key chooses; null where it chooses nothing.</summary>
    public static QueueChoice? Choice(string keys) =>
        keys switch
        {
            [Callback] => QueueChoice.CallBack,
            [Message] => QueueChoice.Message,
            [SelfService] => QueueChoice.SelfService,
            _ => null,
        };
}
