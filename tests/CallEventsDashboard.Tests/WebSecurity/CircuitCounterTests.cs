using CsCheck;

namespace CallEventsDashboard.WebSecurity;

public sealed class CircuitCounterTests
{
    [Fact]
    public void Seats_AnyOrderOfComingAndGoing_AreNeverMoreThanTheLimit()
        => Gen.Select(Gen.Int[1, 5], Gen.Select(Gen.Bool, Gen.Bool.Select(isAda => isAda ? "ada" : "bob")).List[0, 60]).Sample((limit, steps) =>
        {
            var seats = new CircuitCounter(limit);
            var taken = new Dictionary<string, int> { ["ada"] = 0, ["bob"] = 0 };
            foreach (var (comes, person) in steps)
            {
                if (comes)
                {
                    Assert.Equal(taken[person] < limit, seats.TryTake(person));
                    taken[person] = Math.Min(limit, taken[person] + 1);
                }
                else if (taken[person] > 0)
                {
                    seats.Leave(person);
                    taken[person]--;
                }
            }

            Assert.All(taken, pair => Assert.Equal(pair.Value, seats.Taken(pair.Key)));
        });

    [Fact]
    public void Seats_WithoutALimit_AreThereForEverybody()
    {
        var seats = new CircuitCounter(limit: null);

        Assert.All(Enumerable.Range(0, 1000), _ => Assert.True(seats.TryTake("ada")));
    }
}
