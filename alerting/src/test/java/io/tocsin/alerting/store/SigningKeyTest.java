package io.tocsin.alerting.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.collector.store.Database;
import io.tocsin.collector.store.TestDatabases;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    @Test
    void isMadeOnceAndKept() {
        try (Database database = TestDatabases.h2();
                Database other = TestDatabases.h2()) {
            byte[] key = SigningKey.of(database);
            assertThat(key).hasSize(32);
            assertThat(SigningKey.of(database)).isEqualTo(key);
            assertThat(SigningKey.of(other)).isNotEqualTo(key);
        }
    }
}
