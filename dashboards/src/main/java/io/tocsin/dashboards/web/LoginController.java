package io.tocsin.dashboards.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The log-in page, and why it is shown. */
@Controller
final class LoginController {

    /** Why somebody is sent to the log-in page. */
    enum Notice {
        /** Name or password is wrong; it is not told which. */
        FAILED,
        /** Too many attempts. */
        WAIT,
        /** The page was open for too long. */
        STALE,
        GOODBYE,
        PASSWORD_CHANGED
    }

    @GetMapping("/login")
    String page(
            @RequestParam(required = false) @Nullable Notice notice,
            @RequestParam(defaultValue = "1") int minutes,
            @Nullable Principal user,
            Model model) {
        if (user != null) {
            return "redirect:/";
        }
        model.addAttribute("notice", notice);
        model.addAttribute("minutes", minutes);
        return "console/login";
    }

    static String address(Notice notice) {
        return "/login?notice=" + notice;
    }
}
