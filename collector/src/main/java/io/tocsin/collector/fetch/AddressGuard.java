package io.tocsin.collector.fetch;

import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/**
 * Keeps requests away from addresses that are not public, so that nobody can reach into the company's network through
 * Tocsin by a link, a redirect or a name that resolves to a private address.
 *
 * <p>It decides about the very addresses that will be connected to: an answer that changes between check and use (DNS
 * rebinding) gains nothing.
 */
public final class AddressGuard implements Dns {
    /** Guards what the system's resolver answers. */
    public static final AddressGuard PUBLIC_ONLY = new AddressGuard(Dns.SYSTEM, AddressGuard::isPublic);

    /** What IANA's registry of special-purpose IPv4 addresses does not call globally reachable, and multicast. */
    private static final List<AddressRange> SPECIAL_V4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    /** All unicast addresses given out so far; loopback, link-local, unique local and multicast ones lie outside. */
    private static final AddressRange GLOBAL_V6 = AddressRange.of("2000::/3");
    /** Inside the global range, but for protocols, tunnels to IPv4 (Teredo, 6to4) and documentation. */
    private static final List<AddressRange> SPECIAL_V6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");
    /** IPv4 seen through a translator (RFC 6052): as public as the IPv4 address in its last four bytes. */
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");

    private static final int V4_BYTES = 4;
    /** What OkHttp takes for an address, and does not look up. */
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]*|[0-9.]+");

    private final Dns resolver;
    private final Predicate<InetAddress> allowed;

    AddressGuard(Dns resolver, Predicate<InetAddress> allowed) {
        this.resolver = resolver;
        this.allowed = allowed;
    }

    /** Whether anybody on the internet could reach the address. */
    public static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == V4_BYTES) {
            return isOutside(SPECIAL_V4, address);
        }
        if (NAT64.contains(address)) {
            return isPublic(v4(Arrays.copyOfRange(bytes, bytes.length - V4_BYTES, bytes.length)));
        }
        return GLOBAL_V6.contains(address) && isOutside(SPECIAL_V6, address);
    }

    /**
     * A client that cannot be led to an address that is not public: calls fail with {@link ForbiddenAddressException}. It
     * follows no redirects and uses no proxy, which would look names up by itself.
     */
    public OkHttpClient protect(OkHttpClient client) {
        return client.newBuilder()
                .dns(this)
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .addInterceptor(chain -> {
                    checkLiteral(chain.request().url().host());
                    return chain.proceed(chain.request());
                })
                .build();
    }

    /**
     * The addresses of a host that may be connected to.
     *
     * @throws ForbiddenAddressException if it has others only
     */
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> open = resolver.lookup(host).stream().filter(allowed).toList();
        if (open.isEmpty()) {
            throw new ForbiddenAddressException(host);
        }
        return open;
    }

    private void checkLiteral(String host) throws UnknownHostException {
        if (LITERAL.matcher(host).matches() && !allowed.test(InetAddress.getByName(host))) {
            throw new ForbiddenAddressException(host);
        }
    }

    private static boolean isOutside(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().noneMatch(range -> range.contains(address));
    }

    private static InetAddress v4(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException("not four bytes", impossible);
        }
    }

    private static List<AddressRange> ranges(String... cidrs) {
        return Stream.of(cidrs).map(AddressRange::of).toList();
    }
}
