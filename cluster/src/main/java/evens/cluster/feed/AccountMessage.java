package evens.cluster.feed;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The {@code message}th message of an account: a key of the recorded feed's index. */
record AccountMessage(long account, long message) {
    /** How the key is ordered and kept. */
    static final class Type extends BasicDataType<AccountMessage> {
        @Override
        public int getMemory(AccountMessage key) {
            return 32;
        }

        @Override
        public int compare(AccountMessage a, AccountMessage b) {
            int byAccount = Long.compare(a.account, b.account);
            return byAccount != 0 ? byAccount : Long.compare(a.message, b.message);
        }

        @Override
        public void write(WriteBuffer buffer, AccountMessage key) {
            buffer.putVarLong(key.account).putVarLong(key.message);
        }

        @Override
        public AccountMessage read(ByteBuffer buffer) {
            return new AccountMessage(DataUtils.readVarLong(buffer), DataUtils.readVarLong(buffer));
        }

        @Override
        public AccountMessage[] createStorage(int size) {
            return new AccountMessage[size];
        }
    }
}
