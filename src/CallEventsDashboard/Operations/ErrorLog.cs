using System.Security.Cryptography;
using System.Text;

namespace CallEventsDashboard.Operations;

/// <summary>Writes down what nobody foresaw, each time under an id that the page shows as well.</summary>
public sealed partial class ErrorLog(ILogger<ErrorLog> logger)
{
    private const int MostInnerExceptions = 10;
    private const int HalfLength = 3;

    // Without vowels, so that no id is a word, and without what is easily taken for another on the phone or in handwriting.
    private const string Letters = "23456789BCDFGHJKLMPQRSTVWXZ";

    /// <param name="work">What was being done, in words of the code: no value of a request or of a person belongs here.</param>
    /// <returns>The id: six letters and digits with a hyphen between them, such as <c>K7M-4TQ</c>.</returns>
    public string Record(string work, Exception exception)
    {
        var id = $"{RandomNumberGenerator.GetString(Letters, HalfLength)}-{RandomNumberGenerator.GetString(Letters, HalfLength)}";
        Write(logger, id, work, Describe(exception));
        return id;
    }

    // Types and places, but no message: it may quote an address with a phone number in it, or what somebody typed.
    private static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        var rest = new Queue<Exception>([exception]);
        for (var i = 0; i < MostInnerExceptions && rest.TryDequeue(out var next); i++)
        {
            text.Append(i == 0 ? "" : "\ncaused by ").Append(next.GetType().FullName).Append('\n').Append(next.StackTrace);
            foreach (var inner in (next as AggregateException)?.InnerExceptions ?? (IEnumerable<Exception?>)[next.InnerException])
            {
                if (inner is not null)
                    rest.Enqueue(inner);
            }
        }

        return text.ToString();
    }

    [LoggerMessage(EventId = 1, EventName = "UnexpectedError", Level = LogLevel.Error, Message = "Error {ErrorId} in {Work}: {Failure}")]
    private static partial void Write(ILogger logger, string errorId, string work, string failure);
}
