package io.weirkeeper.core.content;

import io.weirkeeper.core.message.Text;
import io.weirkeeper.core.policy.LinksRule;
import java.util.List;
import java.util.Optional;

/** Too many links, unless all of them lead to trusted domains. */
public final class LinksCheck implements ContentCheck {
    private static final int LONGEST_SHOWN = 60;

    private final LinksRule rule;

    public LinksCheck(LinksRule rule) {
        this.rule = rule;
    }

    @Override
    public List<Match> matches(Text text) {
        List<Link> links = Links.in(text.visible());
        if (links.size() <= rule.max()) {
            return List.of();
        }
        Optional<Link> stranger = links.stream()
                .distinct()
                .filter(link -> !link.leadsTo(rule.trustedDomains()))
                .findFirst();
        return stranger.map(link -> new Match(rule.terms(), detail(links.size(), link))).stream()
                .toList();
    }

    @Override
    public String passed(Text text) {
        int links = Links.in(text.visible()).size();
        return links <= rule.max() ? "links " + links + " of " + rule.max() : links + " links, all on trusted domains";
    }

    private String detail(int links, Link stranger) {
        String counted = links + (links == 1 ? " link; " : " links; ") + rule.max() + " allowed";
        if (rule.trustedDomains().isEmpty()) {
            return counted;
        }
        String host = Shown.shortened(stranger.shown(), LONGEST_SHOWN);
        return counted + " unless all are on trusted domains" + (host.isEmpty() ? "" : "; " + host + " is not");
    }
}
