using System.Data.Common;

namespace Ivr.Data.Connections;

/// <summary>A commit was sent, and nobody confirmed it: what it carried happened or did not, and must be read back before anything is said of it.</summary>
public sealed class CommitInDoubtException(Exception cause) : DbException("Whether a transaction was committed is not known.", cause);
