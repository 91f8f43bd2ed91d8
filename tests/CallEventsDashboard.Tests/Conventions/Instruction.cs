using System.Reflection;
using System.Reflection.Emit;

namespace CallEventsDashboard.Conventions;

/// <summary>One instruction of compiled code.</summary>
/// <param name="Member">The type, method or field that it is about, if any.</param>
internal sealed record Instruction(OpCode Code, MemberInfo? Member)
{
    private static readonly Dictionary<ushort, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value);

    /// <summary>The body of a method, in order; nothing where it has none.</summary>
    public static IEnumerable<Instruction> Of(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType is { IsGenericType: true } declaring ? declaring.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            ushort value = il[at++];
            if (value == 0xFE)
                value = (ushort)(0xFE00 | il[at++]);
            var code = OpCodesByValue[value];
            var namesMember = code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok;
            yield return new Instruction(code, namesMember ? method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments) : null);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }
}
