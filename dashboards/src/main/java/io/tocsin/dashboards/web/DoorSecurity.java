package io.tocsin.dashboards.web;

import io.tocsin.collector.Doors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who may bring posts: whoever shows a token. No cookie counts here, so that no page can make a browser bring any. */
final class DoorSecurity extends OncePerRequestFilter {
    private static final String SCHEME = "bearer ";

    private final Doors doors;

    DoorSecurity(Doors doors) {
        this.doors = doors;
    }

    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.securityMatcher(DoorController.PATH)
                .authorizeHttpRequests(calls -> calls.anyRequest().authenticated())
                .addFilterBefore(this, AuthorizationFilter.class)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(DoorSecurity::stranger))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(ConsoleSecurity::headers)
                .build();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain next)
            throws ServletException, IOException {
        token(request.getHeader(HttpHeaders.AUTHORIZATION))
                .flatMap(doors::nameOf)
                .ifPresent(name -> SecurityContextHolder.getContext()
                        .setAuthentication(new PreAuthenticatedAuthenticationToken(name, "", List.of())));
        next.doFilter(request, response);
    }

    private static Optional<String> token(@Nullable String header) {
        return Optional.ofNullable(header)
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).strip());
    }

    private static void stranger(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getWriter().write("""
                {"error":"Show the token of a source of kind api: Authorization: Bearer TOKEN."}""");
    }
}
