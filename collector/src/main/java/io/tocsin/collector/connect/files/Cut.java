package io.tocsin.collector.connect.files;

/** Finds where records end. It works on bytes, in every charset whose ASCII bytes are never parts of other characters. */
interface Cut {
    Cut LINES = Cut::afterLine;

    /**
     * The place after the record that begins at {@code from}; -1 if it does not end before {@code to}.
     *
     * @param bytes holds more than the record
     */
    int end(byte[] bytes, int from, int to);

    /** Records of a table: inside of quotes a line break is part of a field. */
    static Cut table(char separator) {
        return (bytes, from, to) -> afterRow(bytes, from, to, (byte) separator);
    }

    private static int afterLine(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\n') {
                return at + 1;
            }
        }
        return -1;
    }

    private static int afterRow(byte[] bytes, int from, int to, byte separator) {
        Field field = Field.START;
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\n' && field != Field.QUOTED) {
                return at + 1;
            }
            field = field.after(bytes[at], separator);
        }
        return -1;
    }

    /** Where in a field we are: quotes count only at its start, and two of them inside of quotes are one that is meant. */
    enum Field {
        START,
        PLAIN,
        QUOTED,
        CLOSED;

        Field after(byte next, byte separator) {
            if (this == QUOTED) {
                return next == '"' ? CLOSED : QUOTED;
            }
            if (next == separator) {
                return START;
            }
            return next == '"' && this != PLAIN ? QUOTED : PLAIN;
        }
    }
}
