package io.tocsin.dashboards.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says what went wrong and where to go from here; never how the inside looks. */
@Controller
final class ErrorPages implements ErrorController {
    /** Set to a {@link Kind} where the status alone does not tell. */
    static final String KIND = ErrorPages.class.getName() + ".KIND";

    /** What people can do about it differs by kind. */
    enum Kind {
        NOT_FOUND,
        FORBIDDEN,
        /** The page was open for longer than its session lasted. */
        STALE,
        NOT_UNDERSTOOD,
        BROKEN
    }

    @RequestMapping("/error")
    ModelAndView page(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code)
                : HttpStatus.NOT_FOUND;
        ModelAndView page = new ModelAndView("console/error", status);
        page.addObject("kind", request.getAttribute(KIND) instanceof Kind kind ? kind : kind(status));
        return page;
    }

    private static Kind kind(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, GONE -> Kind.NOT_FOUND;
            case FORBIDDEN -> Kind.FORBIDDEN;
            default -> status.is4xxClientError() ? Kind.NOT_UNDERSTOOD : Kind.BROKEN;
        };
    }
}
