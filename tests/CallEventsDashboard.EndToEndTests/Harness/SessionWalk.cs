namespace CallEventsDashboard.EndToEndTests.Harness;

/// <summary>Goes through the pages of sessions, for a hostile test, and every place of them that shows what somebody else wrote.</summary>
internal static class SessionWalk
{
    /// <summary>Pages in one go: the browser answers in between.</summary>
    public const int Stride = 40;

    /// <summary>With an asterisk and a number where the page cuts texts to that length.</summary>
    public static IReadOnlyList<string> Places { get; } =
    [
        "from*80", "to*80", "product*40", "lane from*80", "lane to*80", "lane title*80", "lane label*80", "mark", "mark title*80",
        "outcome cause", "outcome source", "clause*80", "raw cause*60", "raw source*60",
        "ladder*28", "ladder title*80", "deliveries*80",
    ];

    /// <summary>Given the ids of sessions, as <c>it</c>.</summary>
    public const string Script =
        """
        const tab = async name => {
          const button = [...document.querySelectorAll('[role=tab]')].find(tab => tab.textContent.startsWith(name));
          button.click();
          await until(() => button.getAttribute('aria-selected') === 'true' && document.querySelector(`#session-panel[aria-labelledby="${button.id}"]`));
        };
        const words = text => text.split(' → ');
        for (const id of it) {
          Blazor.navigateTo(`/sessions/${id}`);
          await until(() => document.querySelector('.id-line')?.textContent === id && byId('coverage')?.dataset.state === 'complete' && byId('outcome') && byId('event-mark'));
          const [from, to, kind] = document.querySelector('[aria-label=Parties]').querySelectorAll('.label ~ *');
          add('from', from.textContent);
          add('to', to.textContent.slice('→ '.length));
          for (const part of kind.textContent.split(' · ').at(-1).split(', ')) add('product', part);
          for (const lane of document.querySelectorAll('[data-testid=leg-lane]')) {
            const numbers = lane.querySelector('.numbers');
            const [caller, callee] = words(numbers.textContent);
            add('lane from', caller);
            add('lane to', callee);
            add('lane title', words(numbers.title)[0]);
            for (const part of lane.getAttribute('aria-label').split(', ')) add('lane label', words(part)[0]);
          }
          for (const mark of document.querySelectorAll('[data-testid=event-mark]')) {
            add('mark', mark.dataset.eventName);
            add('mark title', mark.title.split(', ')[0]);
          }
          const outcome = byId('outcome');
          for (const part of ['cause', 'source', 'sip']) add(`outcome ${part}`, outcome.dataset[part]);
          add('clause', outcome.querySelector('.big a')?.textContent.split('with the cause ')[1]);
          (outcome.querySelector('.raw')?.textContent.trim().split(' · ') ?? []).forEach((part, i) => add(`raw ${['cause', 'source', 'sip'][i]}`, part.replace(/^SIP /, '')));
          await tab('Ladder');
          for (const step of byId('ladder').querySelectorAll('.step')) {
            add('ladder', step.querySelector('.name').textContent);
            add('ladder title', step.querySelector('title').textContent.split(', ')[0]);
          }
          await tab('Timings');
          for (const party of document.querySelectorAll('#session-panel .party')) add('party', party.textContent);
          for (const list of ['think-times', 'deliveries']) for (const link of byId(list)?.querySelectorAll('.event-link .text') ?? []) add(list, link.textContent);
          await tab('Cause');
          await tab('Events');
        }
        """;
}
