using System.Reflection;
using Ivr.Tests.Calls;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("Ivr.Tests.Databases.EitherDatabase", "Ivr.Tests")]

namespace Ivr.Tests.Databases;

/// <summary>
/// Runs every test that touches the database twice: over SQLite, and over SQL Server where there is one. Where there is none, each such class
/// has one test that is skipped and says so.
/// </summary>
public sealed class EitherDatabase(IMessageSink diagnostics) : XunitTestFramework(diagnostics)
{
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) =>
        new Discoverer(assemblyInfo, SourceInformationProvider, DiagnosticMessageSink);

    /// <summary>Whoever starts a hotline keeps it in hand until the end of an asynchronous method.</summary>
    private static bool Touches(ITestClass tests) =>
        tests
            .Class.ToRuntimeType()
            .GetNestedTypes(BindingFlags.NonPublic)
            .SelectMany(method => method.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Any(held => Holds(held.FieldType));

    private static bool Holds(Type type) =>
        type == typeof(TestHotline)
        || type.GetGenericArguments().Any(Holds)
        || (
            type.Assembly == typeof(EitherDatabase).Assembly
            && type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Any(held => held.FieldType == typeof(TestHotline))
        );

    private sealed class Discoverer(IAssemblyInfo assembly, ISourceInformationProvider sources, IMessageSink diagnostics)
        : XunitTestFrameworkDiscoverer(assembly, sources, diagnostics)
    {
        protected override bool FindTestsForType(
            ITestClass testClass,
            bool includeSourceInformation,
            IMessageBus messageBus,
            ITestFrameworkDiscoveryOptions discoveryOptions
        )
        {
            if (!base.FindTestsForType(testClass, includeSourceInformation, messageBus, discoveryOptions))
            {
                return false;
            }

            if (testClass.Class.GetCustomAttributes(typeof(OnSqliteOnlyAttribute)).Any() || !Touches(testClass))
            {
                return true;
            }

            using var onServer = new OnServerBus(messageBus, DiagnosticMessageSink);
            return base.FindTestsForType(testClass, includeSourceInformation, onServer, discoveryOptions);
        }
    }

    /// <summary>Passes each test on as the same over SQL Server.</summary>
    private sealed class OnServerBus(IMessageBus bus, IMessageSink diagnostics) : IMessageBus
    {
        private bool isSkipped;

        public bool QueueMessage(IMessageSinkMessage message) =>
            message is not ITestCaseDiscoveryMessage { TestCase: var test }
            || isSkipped
            || test.TestMethod.Method.GetCustomAttributes(typeof(OnSqliteOnlyAttribute)).Any()
            || bus.QueueMessage(new TestCaseDiscoveryMessage(OnServer(test)));

        public void Dispose() { }

        private ITestCase OnServer(ITestCase test)
        {
            isSkipped = TestServer.ConnectionString is null;
            return test is XunitTheoryTestCase
                ? new SqlServerTheory(diagnostics, test.TestMethod)
                : new SqlServerTest(diagnostics, test.TestMethod, test.TestMethodArguments);
        }
    }
}
