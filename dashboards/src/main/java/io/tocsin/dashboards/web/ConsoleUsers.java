package io.tocsin.dashboards.web;

import io.tocsin.dashboards.user.User;
import io.tocsin.dashboards.user.Users;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** What users may do: nothing but choose a password, until they have one of their own. */
final class ConsoleUsers implements UserDetailsService {
    static final String STAFF = "STAFF";
    static final String NEWCOMER = "NEWCOMER";

    private final Users users;

    ConsoleUsers(Users users) {
        this.users = users;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return users.find(name).map(ConsoleUsers::details).orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }

    private static UserDetails details(User user) {
        return org.springframework.security.core.userdetails.User.withUsername(user.name())
                .password(user.passwordHash())
                .roles(user.passwordTemporary() ? NEWCOMER : STAFF)
                .build();
    }
}
