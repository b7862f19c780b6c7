package evens.sim;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.util.function.Consumer;

/** Small wrongs that can be done to the code of a method. */
final class Faults {
    private Faults() {}

    /** Something else is done altogether. */
    static CodeTransform body(Consumer<CodeBuilder> instead) {
        return new CodeTransform() {
            @Override
            public void atStart(CodeBuilder code) {
                instead.accept(code);
            }

            @Override
            public void accept(CodeBuilder code, CodeElement element) {}
        };
    }

    /** Something else is done where this method of this class is called. */
    static CodeTransform call(String type, String method, Consumer<CodeBuilder> instead) {
        return (code, element) -> {
            if (element instanceof InvokeInstruction call
                    && call.name().equalsString(method)
                    && call.owner().asInternalName().endsWith("/" + type)) {
                instead.accept(code);
            } else {
                code.with(element);
            }
        };
    }

    /** Another method of the same kind is called. */
    static CodeTransform callOther(String type, String method, String other) {
        return (code, element) -> {
            if (element instanceof InvokeInstruction call
                    && call.name().equalsString(method)
                    && call.owner().asInternalName().endsWith("/" + type)) {
                code.invoke(
                        call.opcode(),
                        call.owner().asSymbol(),
                        other,
                        call.typeSymbol(),
                        call.isInterface());
            } else {
                code.with(element);
            }
        };
    }

    /** Another field of the same kind is read. */
    static CodeTransform readOther(String field, String other) {
        return (code, element) -> {
            if (element instanceof FieldInstruction read
                    && read.opcode() == Opcode.GETFIELD
                    && read.name().equalsString(field)) {
                code.getfield(read.owner().asSymbol(), other, read.typeSymbol());
            } else {
                code.with(element);
            }
        };
    }

    /** A field that holds a long is not written. */
    static CodeTransform forget(String field) {
        return (code, element) -> {
            if (element instanceof FieldInstruction write
                    && write.opcode() == Opcode.PUTFIELD
                    && write.name().equalsString(field)) {
                code.pop2().pop();
            } else {
                code.with(element);
            }
        };
    }

    /** A number is another. */
    static CodeTransform constant(long number, long other) {
        return (code, element) -> {
            if (element instanceof ConstantInstruction it
                    && it.constantValue() instanceof Long value
                    && value == number) {
                code.loadConstant(other);
            } else {
                code.with(element);
            }
        };
    }

    /** Where two references are equal, it goes on as if they were not. */
    static CodeTransform neverTheSame() {
        return (code, element) -> {
            if (element instanceof BranchInstruction branch
                    && branch.opcode() == Opcode.IF_ACMPEQ) {
                code.pop2();
            } else {
                code.with(element);
            }
        };
    }

    /** An operator is left out; its operand stays as it is. */
    static CodeTransform without(Opcode operator) {
        return (code, element) -> {
            if (!(element instanceof OperatorInstruction it && it.opcode() == operator)) {
                code.with(element);
            }
        };
    }

    /** Where an amount is halved, the odd one is with this half. */
    static CodeTransform halvesRoundedUp() {
        return (code, element) -> {
            if (element instanceof OperatorInstruction it && it.opcode() == Opcode.LDIV) {
                code.pop2().lconst_1().ladd().loadConstant(2L).ldiv();
            } else {
                code.with(element);
            }
        };
    }

    /** Where it stops beyond a limit, it stops at the limit already. */
    static CodeTransform limitExcluded() {
        return (code, element) -> {
            if (element instanceof BranchInstruction branch && branch.opcode() == Opcode.IFGT) {
                code.ifge(branch.target());
            } else {
                code.with(element);
            }
        };
    }
}
