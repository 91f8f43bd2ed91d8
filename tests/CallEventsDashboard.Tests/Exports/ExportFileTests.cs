using CsCheck;

namespace CallEventsDashboard.Exports;

public class ExportFileTests
{
    private static readonly Gen<(byte[][] Chunks, int[] Places)> Cases = Gen.Select(Gen.Byte.Array[0, 500].Array[1, 12], Gen.Int[0, 6000].Array[1, 8]);

    [Fact]
    public Task File_ReadFromAnyPlace_HasTheBytesThatWereAppended() => Cases.SampleAsync(async each =>
    {
        using var file = new ExportFile();
        foreach (var chunk in each.Chunks)
            await file.AppendAsync(chunk, CancellationToken.None);
        var all = each.Chunks.SelectMany(chunk => chunk).ToArray();
        await using var stream = file.Open();

        Assert.Equal(all.Length, stream.Length);
        foreach (var place in each.Places.Where(place => place <= all.Length))
        {
            stream.Seek(place, SeekOrigin.Begin);
            var rest = new byte[all.Length - place];
            await stream.ReadExactlyAsync(rest);
            Assert.Equal(all[place..], rest);
            Assert.Equal(0, await stream.ReadAsync(new byte[1]));
        }
    }, iter: 60);

    [Fact]
    public async Task File_ThatIsLetGoOfWhileItIsRead_CanBeReadToItsEnd()
    {
        var file = new ExportFile();
        await file.AppendAsync(new byte[300], CancellationToken.None);
        var stream = file.Open();
        file.Dispose();

        Assert.Throws<ObjectDisposedException>(file.Open);
        await stream.ReadExactlyAsync(new byte[300], TestContext.Current.CancellationToken);
        await stream.DisposeAsync();
        file.Dispose();
    }
}
