package io.tocsin.dashboards.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.dashboards.user.User;
import io.tocsin.dashboards.user.Users;
import org.junit.jupiter.api.Test;

/** What every store of users must do. */
abstract class UsersContract {
    private static final User WANG = new User("王芳", "{bcrypt}one", true);

    abstract Users users();

    @Test
    void nobodyIsThereAtFirst() {
        assertThat(users().count()).isZero();
        assertThat(users().find("王芳")).isEmpty();
    }

    @Test
    void whoWasAddedIsFoundByTheExactName() {
        assertThat(users().add(WANG)).isTrue();

        assertThat(users().find("王芳")).contains(WANG);
        assertThat(users().find("王")).isEmpty();
        assertThat(users().count()).isOne();
    }

    @Test
    void aNameThatIsTakenIsNotTakenOver() {
        users().add(WANG);

        assertThat(users().add(new User("王芳", "{bcrypt}two", false))).isFalse();
        assertThat(users().find("王芳")).contains(WANG);
    }

    @Test
    void aChangedPasswordIsTheUsersOwn() {
        users().add(WANG);
        users().add(new User("li", "{bcrypt}three", true));

        assertThat(users().changePassword("王芳", "{bcrypt}four")).isTrue();
        assertThat(users().find("王芳")).contains(new User("王芳", "{bcrypt}four", false));
        assertThat(users().find("li")).contains(new User("li", "{bcrypt}three", true));
    }

    @Test
    void nobodysPasswordCannotBeChanged() {
        assertThat(users().changePassword("nobody", "{bcrypt}five")).isFalse();
        assertThat(users().count()).isZero();
    }
}
