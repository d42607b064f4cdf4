package io.tocsin.dashboards.web;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page shows. */
@ControllerAdvice
final class Frame {
    private final List<ExtraPage> extras;

    Frame(List<ExtraPage> extras) {
        this.extras = List.copyOf(extras);
    }

    @ModelAttribute
    void frame(@Nullable Principal user, Model model) {
        model.addAttribute("user", user == null ? null : user.getName());
        model.addAttribute("extras", extras);
    }
}
