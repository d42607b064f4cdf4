package io.tocsin.dashboards.web;

import io.tocsin.dashboards.user.User;
import io.tocsin.dashboards.user.Users;
import io.tocsin.dashboards.web.PasswordRule.Objection;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Lets users choose a password of their own; every session of theirs ends then, and they log in with it. */
@Controller
@RequestMapping("/password")
final class PasswordController {
    private final Users users;
    private final PasswordEncoder passwords;
    private final SessionRegistry sessions;

    PasswordController(Users users, PasswordEncoder passwords, SessionRegistry sessions) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @GetMapping
    String page(Principal principal, Model model) {
        model.addAttribute("temporary", user(principal).passwordTemporary());
        return "console/password";
    }

    @PostMapping
    ModelAndView change(
            @RequestParam String current,
            @RequestParam String chosen,
            @RequestParam String repeated,
            Authentication login,
            HttpSession session) {
        User user = user(login);
        if (!passwords.matches(current, user.passwordHash())) {
            return refused(user, "password.objection.CURRENT_WRONG");
        }
        Optional<Objection> objection = PasswordRule.objection(user.name(), current, chosen, repeated);
        if (objection.isPresent()) {
            return refused(user, "password.objection." + objection.get());
        }
        users.changePassword(user.name(), passwords.encode(chosen));
        sessions.getAllSessions(Objects.requireNonNull(login.getPrincipal()), false)
                .forEach(SessionInformation::expireNow);
        session.invalidate();
        return new ModelAndView("redirect:" + LoginController.address(LoginController.Notice.PASSWORD_CHANGED));
    }

    private static ModelAndView refused(User user, String objection) {
        ModelAndView page = new ModelAndView("console/password", HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("temporary", user.passwordTemporary());
        page.addObject("objection", objection);
        return page;
    }

    private User user(Principal principal) {
        return users.find(principal.getName()).orElseThrow();
    }
}
