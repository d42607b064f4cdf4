package io.tocsin.dashboards.web;

import io.tocsin.alerting.incident.IncidentActions;
import io.tocsin.alerting.incident.Incidents;
import io.tocsin.alerting.notify.AckLink;
import io.tocsin.alerting.notify.NotificationLog;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.collector.Doors;
import io.tocsin.collector.source.Sources;
import io.tocsin.dashboards.user.Users;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.servlet.LocaleContextResolver;

/** Everything the console is made of; whoever imports it provides the ports it asks for and {@link ConsoleSettings}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@PropertySource(value = "classpath:io/tocsin/dashboards/web/console.properties", encoding = "UTF-8")
public class ConsoleConfiguration {

    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> consoleServer(ConsoleSettings settings)
            throws UnknownHostException {
        InetAddress address = InetAddress.getByName(settings.address());
        return server -> {
            server.setAddress(address);
            server.setPort(settings.port());
            server.getSettings().getSession().getCookie().setSecure(settings.encrypted());
        };
    }

    @Bean
    SecurityFilterChain consoleSecurity(HttpSecurity http, SessionRegistry sessions) throws Exception {
        return new ConsoleSecurity(sessions).chain(http);
    }

    /** Asked before the console's, because it is only about one path. */
    @Bean
    @Order(1)
    SecurityFilterChain doorSecurity(HttpSecurity http, Doors doors) throws Exception {
        return new DoorSecurity(doors).chain(http);
    }

    @Bean
    DoorController doorController(Doors doors, Posts posts) {
        return new DoorController(doors, posts);
    }

    @Bean
    AuthenticationProvider consoleLogin(Users users, PasswordEncoder passwords, InstantSource clock) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(new ConsoleUsers(users));
        provider.setPasswordEncoder(passwords);
        return new ThrottledLogin(provider, clock);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    /** Tells the session registry when sessions end. */
    @Bean
    HttpSessionEventPublisher httpSessionEventPublisher() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    FirstUser firstUser(Users users, PasswordEncoder passwords) {
        return new FirstUser(users, passwords);
    }

    @Bean
    LocaleContextResolver localeResolver() {
        return new ReaderContext();
    }

    @Bean
    ConsoleMvc consoleMvc() {
        return new ConsoleMvc();
    }

    @Bean
    Readers readers(MessageSource messages, InstantSource clock) {
        return new Readers(messages, clock);
    }

    @Bean
    Frame frame(ObjectProvider<ExtraPage> extras) {
        return new Frame(extras.orderedStream().toList());
    }

    @Bean
    ErrorPages errorPages() {
        return new ErrorPages();
    }

    @Bean
    LoginController loginController() {
        return new LoginController();
    }

    @Bean
    PasswordController passwordController(Users users, PasswordEncoder passwords, SessionRegistry sessions) {
        return new PasswordController(users, passwords, sessions);
    }

    @Bean
    Listening listening(SourceList configured, Doors doors, Sources sources, Posts posts) {
        return new Listening(configured, doors, sources, posts);
    }

    @Bean
    IncidentListController incidentListController(Incidents incidents, Listening listening, Readers readers) {
        return new IncidentListController(incidents, listening, readers);
    }

    @Bean
    IncidentController incidentController(Incidents incidents, NotificationLog sent, Posts posts, Readers readers) {
        return new IncidentController(incidents, sent, new Evidence(posts), readers);
    }

    @Bean
    ActionController actionController(Incidents incidents, IncidentActions actions) {
        return new ActionController(incidents, actions);
    }

    @Bean
    SourceController sourceController(Listening listening, Sources sources, Readers readers) {
        return new SourceController(listening, sources, readers);
    }

    @Bean
    AckController ackController(AckLink links, Incidents incidents, IncidentActions actions, Readers readers) {
        return new AckController(links, incidents, actions, readers);
    }
}
