using System.Diagnostics;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ivr.Tests.Machine;
using Ivr.Tests.Messages;
using Ivr.Tests.Rules;

namespace Ivr.Tests.Deploy;

/// <summary>The real nginx with the site of <c>deploy/nginx</c>, on ports and with a certificate of its own.</summary>
public sealed class Nginx : IAsyncDisposable
{
    public static readonly Uri Public = new("https://hotline.example.com");

    private static readonly string[] TemporaryPaths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];

    private readonly string folder;
    private readonly Process process;

    private readonly int port;
    private readonly int plainPort;

    private Nginx(string folder, Process process, int port, int plainPort) =>
        (this.folder, this.process, this.port, this.plainPort) = (folder, process, port, plainPort);

    /// <summary>The nginx of this machine; null where there is none.</summary>
    public static string? Program { get; } = Programs.Find("NGINX", "nginx") ?? Programs.Find("NGINX", "/usr/sbin/nginx");

    /// <summary>What it wrote down of the requests.</summary>
    public string Log => File.ReadAllText(Path.Combine(folder, "hotline.log"));

    public static async Task<Nginx> StartAsync(int firstNode, int secondNode)
    {
        var folder = Directory.CreateTempSubdirectory("nginx-").FullName;
        var (port, plainPort) = (Ports.Free(), Ports.Free());
        WriteSite(folder, port, plainPort, firstNode, secondNode);
        WriteCertificate(Directory.CreateDirectory(Path.Combine(folder, "tls")).FullName);
        var start = new ProcessStartInfo(Program!, ["-p", folder, "-c", Path.Combine(folder, "nginx.conf")])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        var nginx = new Nginx(folder, Process.Start(start)!, port, plainPort);
        await OutboxOf.UntilAsync(() => Ports.AnswersAsync(port), () => nginx.process.StandardError.ReadToEndAsync());
        return nginx;
    }

    /// <summary>As Twilio connects: by the public name, to a certificate that somebody vouches for; here it is its own root.</summary>
    public HttpClient Http(string scheme = "https")
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(folder, "tls", "fullchain.pem"))));
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust },
            ConnectCallback = ConnectAsync,
        };
        return new HttpClient(handler) { BaseAddress = new Uri($"{scheme}://{Public.Host}"), Timeout = TimeSpan.FromSeconds(30) };

        async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            var here = new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port == Public.Port ? port : plainPort);
            await socket.ConnectAsync(here, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static void WriteSite(string folder, int port, int plainPort, int firstNode, int secondNode)
    {
        var nobody = Directory.CreateDirectory(Path.Combine(folder, "nobody")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "deploy", "nginx", "nobody")))
        {
            File.Copy(file, Path.Combine(nobody, Path.GetFileName(file)));
        }

        Write(
            "hotline.conf",
            ("listen 443 ssl;", $"listen 127.0.0.1:{port} ssl;"),
            ("listen 80;", $"listen 127.0.0.1:{plainPort};"),
            ("/etc/nginx/hotline-nodes.conf", $"{folder}/nodes.conf"),
            ("/etc/nginx/tls/", $"{folder}/tls/"),
            ("root /etc/nginx/hotline;", $"root {folder};"),
            ("/var/log/nginx/", $"{folder}/")
        );
        Write("nodes.conf", ("127.0.0.1:5081", $"127.0.0.1:{firstNode}"), ("127.0.0.1:5082", $"127.0.0.1:{secondNode}"));
        var temporary = string.Concat(TemporaryPaths.Select(kind => $"{kind}_temp_path {folder}/{kind}; "));
        var user = OperatingSystem.IsLinux() && Environment.UserName == "root" ? "user root;" : "";
        File.WriteAllText(
            Path.Combine(folder, "nginx.conf"),
            $"daemon off; {user} pid {folder}/pid; error_log {folder}/error.log; events {{ }} http {{ {temporary} include {folder}/hotline.conf; }}"
        );

        void Write(string name, params (string Here, string There)[] changes)
        {
            var text = Repository.Read($"deploy/nginx/{name}");
            foreach (var (here, there) in changes)
            {
                Assert.Contains(here, text, StringComparison.Ordinal);
                text = text.Replace(here, there, StringComparison.Ordinal);
            }

            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    private static void WriteCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=hotline.example.com", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Public.Host);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "fullchain.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "privkey.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}

/// <summary>A test that needs nginx, and is skipped by name on a machine that has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NginxFactAttribute : FactAttribute
{
    public NginxFactAttribute()
    {
        if (Nginx.Program is null)
        {
            Skip = "There is no nginx on this machine: install it, or set NGINX to its path.";
        }
    }
}
