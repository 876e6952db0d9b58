using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Ivr.Tests.Databases;

/// <summary>A test that is run over SQL Server; skipped where there is none.</summary>
public sealed class SqlServerTest : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never), Obsolete("For reading it from a text.")]
    public SqlServerTest() { }

    public SqlServerTest(IMessageSink diagnostics, ITestMethod method, object[]? arguments)
        : base(diagnostics, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, method, arguments) { }

    internal const string Missing = $"{TestServer.Variable} names no SQL Server.";

    internal static string OnServer(string name) =>
        TestServer.ConnectionString is null ? $"{name} and all of its class over SQL Server" : $"{name} over SQL Server";

    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource
    )
    {
        TestServer.IsChosen = true;
        return await base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource);
    }

    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) =>
        OnServer(base.GetDisplayName(factAttribute, displayName));

    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        TestServer.ConnectionString is null ? Missing : base.GetSkipReason(factAttribute);

    protected override string GetUniqueID() => $"{base.GetUniqueID()}-sqlserver";
}

/// <summary>The same for a theory whose rows are only known when it runs.</summary>
public sealed class SqlServerTheory : XunitTheoryTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never), Obsolete("For reading it from a text.")]
    public SqlServerTheory() { }

    public SqlServerTheory(IMessageSink diagnostics, ITestMethod method)
        : base(diagnostics, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, method) { }

    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource
    )
    {
        TestServer.IsChosen = true;
        return await base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource);
    }

    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) =>
        SqlServerTest.OnServer(base.GetDisplayName(factAttribute, displayName));

    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        TestServer.ConnectionString is null ? SqlServerTest.Missing : base.GetSkipReason(factAttribute);

    protected override string GetUniqueID() => $"{base.GetUniqueID()}-sqlserver";
}
