using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds.Indexing;

/// <summary>Rows by rank, in blocks; the blocks that were not looked at for longest are dropped and can be read again.</summary>
internal sealed class RowStore
{
    private const int BlockSize = PageRequest.MaxSize;

    // The newest and the two oldest.
    private const int FewestBlocks = 3;

    private readonly Dictionary<int, Block> _blocks = [];
    private long _looks;

    public int Blocks => _blocks.Count;

    public CallEvent? this[int rank]
    {
        get
        {
            if (!_blocks.TryGetValue(rank / BlockSize, out var block))
                return null;
            block.LastLook = ++_looks;
            return block.Rows[rank % BlockSize];
        }
        set
        {
            if (!_blocks.TryGetValue(rank / BlockSize, out var block))
                _blocks[rank / BlockSize] = block = new Block();
            block.LastLook = ++_looks;
            block.Rows[rank % BlockSize] = value;
        }
    }

    /// <summary>Whether the row is there, without counting as a look at it.</summary>
    public bool Contains(int rank) => _blocks.TryGetValue(rank / BlockSize, out var block) && block.Rows[rank % BlockSize] is not null;

    /// <summary>
    /// Drops blocks beyond the bound, but never the newest one, with which every list begins, nor the two oldest, which a page may straddle: the service is the
    /// first to lose those rows. Not while rows are placed, so that a page is never cut while it comes in.
    /// </summary>
    public void TrimTo(int blocks)
    {
        if (_blocks.Count <= Math.Max(FewestBlocks, blocks))
            return;
        var oldest = _blocks.Keys.Max();
        foreach (var (block, _) in _blocks.Where(pair => pair.Key > 0 && pair.Key < oldest - 1).OrderBy(pair => pair.Value.LastLook).Take(_blocks.Count - Math.Max(FewestBlocks, blocks)).ToList())
            _blocks.Remove(block);
    }

    private sealed class Block
    {
        public CallEvent?[] Rows { get; } = new CallEvent?[BlockSize];

        public long LastLook { get; set; }
    }
}
