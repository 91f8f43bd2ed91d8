namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>Goes through the pages of sessions of one leg, for a hostile test, and every place of their heads and timelines that shows what somebody else wrote.</summary>
internal static class SessionWalk
{
    /// <summary>Pages in one go: the browser answers in between.</summary>
    public const int Stride = 50;

    /// <summary>With an asterisk and a number where the page cuts texts to that length.</summary>
    public static IReadOnlyList<string> Places { get; } =
    [
        "from*80", "to*80", "product*40", "slowest*60", "lane from*80", "lane to*80", "lane title*80", "lane label*80", "mark", "mark label*80", "tip*80",
        "outcome cause", "outcome source", "clause*80", "raw cause*60", "raw source*60",
    ];

    /// <summary>Given the ids of sessions and how many events each has, as <c>it</c>. Their marks are far enough apart to be drawn one by one.</summary>
    public const string Script =
        """
        const words = text => text.split(' → ');
        for (const id of it.ids) {
          Blazor.navigateTo(`/sessions/${id}`);
          const marks = () => document.querySelectorAll(`[data-testid=event-mark][data-session-id="${id}"]`);
          await until(() => document.querySelector('.id-line')?.textContent === id && byId('coverage')?.dataset.state === 'complete' && byId('outcome') && marks().length === it.events);
          const [from, to, kind] = document.querySelector('[aria-label=Parties]').querySelectorAll('.label ~ *');
          add('from', from.textContent);
          add('to', to.textContent.slice('→ '.length));
          add('product', kind.textContent.split(' · ').at(-1));
          add('slowest', document.querySelector('[aria-label="Response time"] .event-link').textContent);
          for (const lane of document.querySelectorAll('[data-testid=leg-lane]')) {
            const numbers = lane.querySelector('.numbers');
            const [caller, callee] = words(numbers.textContent);
            add('lane from', caller);
            add('lane to', callee);
            add('lane title', words(numbers.title)[0]);
            for (const part of lane.getAttribute('aria-label').split(', ')) add('lane label', words(part)[0]);
          }
          for (const mark of marks()) {
            add('mark', mark.dataset.eventName);
            add('mark label', mark.getAttribute('aria-label').split(', ')[0]);
            mark.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
            add('tip', document.querySelector('[data-tip] b').textContent);
          }
          const outcome = byId('outcome');
          for (const part of ['cause', 'source']) add(`outcome ${part}`, outcome.dataset[part]);
          add('clause', outcome.querySelector('.big a').textContent.split('with the cause ')[1]);
          outcome.querySelector('.raw').textContent.trim().split(' · ').forEach((part, i) => add(`raw ${['cause', 'source'][i]}`, part));
        }
        """;
}
