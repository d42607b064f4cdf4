package io.tocsin.app.demo;

import io.tocsin.app.demo.Mailbox.Mail;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Shows what the demo has sent. */
@Controller
final class MailboxController {
    /** An e-mail brings its own styles, and nothing else; its links may be followed. */
    private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    static final String PATH = "/mailbox";

    private final Mailbox mailbox;
    private final WebhookCatcher catcher;

    MailboxController(Mailbox mailbox, WebhookCatcher catcher) {
        this.mailbox = mailbox;
        this.catcher = catcher;
    }

    @GetMapping(PATH)
    String page(Model model, ZoneId zone) {
        fill(model, zone);
        return "demo/mailbox";
    }

    @GetMapping(PATH + "/arrived")
    String arrived(Model model, ZoneId zone) {
        fill(model, zone);
        return "demo/mailbox :: arrived";
    }

    @GetMapping(PATH + "/mails/{number}")
    ResponseEntity<String> mail(@PathVariable int number) {
        List<Mail> mails = mailbox.mails();
        if (number < 0 || number >= mails.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", MAIL_POLICY)
                .body(mails.get(number).html());
    }

    private void fill(Model model, ZoneId zone) {
        model.addAttribute("mails", mailbox.mails().reversed());
        model.addAttribute("calls", catcher.calls().reversed());
        model.addAttribute("zone", zone);
    }
}
