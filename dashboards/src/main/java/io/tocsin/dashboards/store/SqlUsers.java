package io.tocsin.dashboards.store;

import io.tocsin.collector.store.Database;
import io.tocsin.dashboards.user.User;
import io.tocsin.dashboards.user.Users;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Keeps users in the database. */
public final class SqlUsers implements Users {
    private final Jdbi jdbi;

    public SqlUsers(Database database) {
        jdbi = database.jdbi();
    }

    @Override
    public Optional<User> find(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM console_user WHERE name = :name")
                .bind("name", name)
                .map((row, context) -> new User(
                        row.getString("name"), row.getString("password_hash"), row.getBoolean("password_temporary")))
                .findOne());
    }

    @Override
    public boolean add(User user) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO console_user (name, password_hash, password_temporary)
                        VALUES (:name, :hash, :temporary)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("name", user.name())
                        .bind("hash", user.passwordHash())
                        .bind("temporary", user.passwordTemporary())
                        .execute()
                == 1);
    }

    @Override
    public boolean changePassword(String name, String passwordHash) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE console_user SET password_hash = :hash, password_temporary = FALSE
                        WHERE name = :name
                        """)
                        .bind("name", name)
                        .bind("hash", passwordHash)
                        .execute()
                == 1);
    }

    @Override
    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM console_user")
                .mapTo(Long.class)
                .one());
    }
}
