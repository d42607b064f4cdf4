package io.tocsin.collector.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.util.List;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.0",
                "169.254.169.254",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:a00:1::",
                "2002:808:808::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fdff:ffff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "ffff::1"
            })
    void isNotPublic(String address) throws Exception {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::808:808",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2003::1",
                "2606:4700::1"
            })
    void isPublic(String address) throws Exception {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void ofANamesAddressesOnlyThePublicOnesAreUsed() throws Exception {
        InetAddress open = InetAddress.getAllByName("8.8.8.8")[0];
        Dns mixed = name -> List.of(InetAddress.getAllByName("10.0.0.1")[0], open);

        assertThat(new AddressGuard(mixed, AddressGuard::isPublic).lookup("example.org"))
                .containsExactly(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://intranet.example/",
                "http://127.0.0.1/",
                "http://[::1]/",
                "http://[::ffff:7f00:1]/",
                "http://0/",
                "http://2130706433/",
                "http://127.1/",
                "https://10.0.0.1:8443/"
            })
    void aProtectedClientReachesNothingPrivate(String url) {
        Dns resolver = name -> List.of(InetAddress.getAllByName("10.0.0.1")[0]);
        OkHttpClient client = new AddressGuard(resolver, AddressGuard::isPublic).protect(new OkHttpClient());

        assertThatExceptionOfType(ForbiddenAddressException.class)
                .isThrownBy(() ->
                        client.newCall(new Request.Builder().url(url).build()).execute());
    }
}
