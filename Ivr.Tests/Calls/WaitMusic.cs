using System.Buffers.Binary;

namespace Ivr.Tests.Calls;

/// <summary>
/// Composes what is played to callers who wait: ten seconds of soft bells on five tones, one a second, each ringing into the next and the last
/// ones into the first, so that it can be repeated without a seam. No words, and nobody's work.
/// </summary>
internal static class WaitMusic
{
    private const int Rate = 8000;
    private const int Seconds = 10;
    private const int HeaderBytes = 44;
    private const double Loudness = 0.3;

    /// <summary>Half tones above A below middle C: a pentatonic, up and down.</summary>
    private static readonly int[] Tones = [3, 7, 10, 12, 15, 12, 19, 15, 10, 7];

    /// <summary>A sample in full scale, from -1 to 1: each bell is sin(2πft), with a softer octave, dying away as e^(-1.6t).</summary>
    public static double At(int sample)
    {
        var sum = 0.0;
        for (var bell = 0; bell < Tones.Length; bell++)
        {
            var time = (sample - bell * Rate + Seconds * Rate) % (Seconds * Rate) / (double)Rate;
            var pitch = 220 * Math.Pow(2, Tones[bell] / 12.0);
            var attack = Math.Min(1, time / 0.02);
            var tone = Math.Sin(2 * Math.PI * pitch * time) + 0.3 * Math.Sin(4 * Math.PI * pitch * time);
            sum += attack * Math.Exp(-1.6 * time) * tone;
        }

        return Loudness * sum;
    }

    /// <summary>The file: WAV, PCM, 16 bits, 8 kHz, one channel.</summary>
    public static byte[] Compose()
    {
        const int DataBytes = Rate * Seconds * 2;
        var file = new byte[HeaderBytes + DataBytes];
        "RIFF"u8.CopyTo(file);
        Write(4, file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        Write(16, 16);
        Write(20, 1 | 1 << 16);
        Write(24, Rate);
        Write(28, Rate * 2);
        Write(32, 2 | 16 << 16);
        "data"u8.CopyTo(file.AsSpan(36));
        Write(40, DataBytes);
        for (var sample = 0; sample < Rate * Seconds; sample++)
        {
            var value = (short)Math.Round(At(sample) * short.MaxValue);
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(HeaderBytes + sample * 2), value);
        }

        return file;

        void Write(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
    }
}
