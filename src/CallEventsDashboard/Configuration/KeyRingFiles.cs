using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace CallEventsDashboard.Configuration;

/// <summary>The key ring as its files, in the framework's format.</summary>
internal sealed class KeyRingFiles(string folder, IXmlEncryptor encryptor)
{
    private static readonly XNamespace Format = "http://schemas.asp.net/2015/03/dataProtection";

    /// <summary>The paths of all keys.</summary>
    public IEnumerable<string> All() => Directory.EnumerateFiles(folder, "*.xml");

    /// <summary>Encrypts what is secret in a key and lies in the clear. What the key protected before can be read as before.</summary>
    /// <returns>Whether there was anything.</returns>
    /// <exception cref="IOException">The file can't be read or replaced, like <see cref="UnauthorizedAccessException"/>.</exception>
    /// <exception cref="XmlException">The file is no key.</exception>
    public bool EncryptIfClear(string file)
    {
        XDocument key;
        using (var reader = XmlReader.Create(file))
            key = XDocument.Load(reader);
        var secrets = key.Descendants().Where(element => (bool?)element.Attribute(Format + "requiresEncryption") is true).ToList();
        foreach (var secret in secrets)
        {
            var encrypted = encryptor.Encrypt(new XElement(secret));
            secret.ReplaceWith(new XElement(Format + "encryptedSecret", new XAttribute("decryptorType", encrypted.DecryptorType.AssemblyQualifiedName!), encrypted.EncryptedElement));
        }

        if (secrets.Count > 0)
            Replace(file, key);
        return secrets.Count > 0;
    }

    // The file is whole at any moment: another instance may be reading it.
    private static void Replace(string file, XDocument key)
    {
        var next = $"{file}.{Path.GetRandomFileName()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(next, options))
        {
            key.Save(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(next, file, overwrite: true);
    }
}
