using Ivr.Bench.Understanding;
using Ivr.Tests.Understanding.Measure;

switch (args)
{
    case ["sounds", var readings]:
        Console.Write(SoundsTable.From(File.ReadLines(readings)));
        return 0;
    case ["misses"]:
        Misses.Print(new ProductReading());
        return 0;
    case []:
        Report.Print([new ProductReading(), new KeywordTable()]);
        return 0;
    default:
        Console.Error.WriteLine("Without arguments the measure is printed; `misses` lists what was not understood of the building part.");
        Console.Error.WriteLine("`sounds FILE` makes sounds.tsv from Unicode's Unihan_Readings.txt.");
        return 2;
}
