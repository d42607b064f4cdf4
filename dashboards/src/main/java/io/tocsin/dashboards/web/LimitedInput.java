package io.tocsin.dashboards.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives up on what is longer than allowed. */
final class LimitedInput extends FilterInputStream {
    private long left;

    /** @param limit in bytes */
    LimitedInput(InputStream in, long limit) {
        super(in);
        left = limit;
    }

    /** There was more. */
    static final class Exceeded extends IOException {
        Exceeded() {
            super("there is more than allowed");
        }
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        count(skipped);
        return skipped;
    }

    private void count(long read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new Exceeded();
        }
    }
}
