package io.tocsin.collector.fetch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A range of addresses.
 *
 * @param size bits of an address of its kind, 32 or 128
 * @param length how many of them the addresses of the range have in common
 * @param prefix those bits
 */
record AddressRange(int size, int length, BigInteger prefix) {

    /** Reads CIDR notation, like {@code 10.0.0.0/8}. */
    static AddressRange of(String cidr) {
        int slash = cidr.indexOf('/');
        int length = Integer.parseInt(cidr.substring(slash + 1));
        byte[] network = literal(cidr.substring(0, slash)).getAddress();
        return new AddressRange(network.length * Byte.SIZE, length, prefix(network, length));
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length * Byte.SIZE == size && prefix(bytes, length).equals(prefix);
    }

    private static BigInteger prefix(byte[] bytes, int length) {
        return new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - length);
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(address + " is no address", impossible);
        }
    }
}
