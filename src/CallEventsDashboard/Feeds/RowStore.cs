using CallEventsDashboard.Telnyx;

namespace CallEventsDashboard.Feeds;

/// <summary>Rows by rank, in blocks; the blocks that were not looked at for longest are dropped and can be read again.</summary>
internal sealed class RowStore(int maxBlocks)
{
    private const int BlockSize = PageRequest.MaxSize;
    private readonly Dictionary<int, Block> _blocks = [];
    private long _looks;

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

    /// <summary>Drops blocks beyond the bound; not while rows are placed, so that a page is never cut while it comes in.</summary>
    public void Trim()
    {
        while (_blocks.Count > maxBlocks)
            _blocks.Remove(_blocks.MinBy(pair => pair.Value.LastLook).Key);
    }

    public IEnumerable<(int Rank, CallEvent Row)> Rows() =>
        from pair in _blocks
        from offset in Enumerable.Range(0, BlockSize)
        let row = pair.Value.Rows[offset]
        where row is not null
        select ((pair.Key * BlockSize) + offset, row);

    private sealed class Block
    {
        public CallEvent?[] Rows { get; } = new CallEvent?[BlockSize];

        public long LastLook { get; set; }
    }
}
