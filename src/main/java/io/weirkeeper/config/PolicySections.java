package io.weirkeeper.config;

import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.penalty.Ladder;
import io.weirkeeper.core.policy.BackoffRule;
import io.weirkeeper.core.policy.CommandPattern;
import io.weirkeeper.core.policy.ContentRules;
import io.weirkeeper.core.policy.DebounceRule;
import io.weirkeeper.core.policy.DuplicateRule;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.NoticeTexts;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.policy.PriorityRule;
import io.weirkeeper.core.policy.QueueRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The whole policy: its own keys, and the sections with a class each. */
final class PolicySections {
    private static final String DEFAULT_NAME = "policy";
    private static final Words<MessageField> SUBJECTS =
            Words.of(List.of(MessageField.SENDER, MessageField.RECIPIENT), MessageField::label);

    private PolicySections() {}

    /** The policy, if nothing in it is wrong. */
    static Optional<Policy> read(YamlMap root, LongestWindow longestWindow) {
        Optional<String> name = root.optional("name", YamlValue::nonEmptyText, DEFAULT_NAME);
        Optional<Mode> mode = PolicyWords.mode(root);
        Optional<MessageField> keyedBy = root.optional("keyedBy", value -> value.oneOf(SUBJECTS), MessageField.SENDER);
        Optional<Boolean> registeredOnly = root.optional("registeredOnly", YamlValue::flag, false);
        Optional<Long> maxAge = root.optional("maxAge", YamlValue::duration);
        Set<String> admins = PolicyWords.texts(root, "admins");
        BlockedSection blocked = root.optional("blocked", value -> value.mapping(BlockedSection::read))
                .orElse(BlockedSection.NONE);
        TrustedSection trusted = root.optional("trusted", value -> value.mapping(TrustedSection::read))
                .orElse(TrustedSection.NONE);
        Optional<CommandPattern> commands = root.optional("commands", value -> value.mapping(CommandsSection::read));
        Optional<DuplicateRule> duplicates = root.optional(
                "duplicates", value -> value.mapping(map -> DuplicatesSection.read(map, keyedBy, longestWindow)));
        RuleIds ids = new RuleIds();
        List<LimitDraft> limits = root.optional(
                        "limits",
                        value -> value.list(item -> item.mapping(map -> LimitDraft.read(map, keyedBy, longestWindow))))
                .orElse(List.of());
        limits.forEach(limit -> ids.add(new ChosenId(limit.place(), limit.id())));
        ContentRules content = root.optional(
                        "content", value -> value.mapping(map -> ContentSection.read(map, ids::add)))
                .orElse(ContentRules.NONE);
        ids.check();
        Ladder penalties = root.optional("penalties", value -> value.mapping(PenaltiesSection::read))
                .orElse(Ladder.NONE);
        Optional<NoticeTexts> notices =
                root.optional("notices", value -> value.mapping(map -> NoticesSection.read(map, longestWindow)));
        List<PriorityRule> priorities =
                root.optional("priorities", PrioritiesSection::read).orElse(List.of());
        Optional<QueueRule> queue =
                root.optional("queue", value -> value.mapping(QueueSection::read), QueueRule.DEFAULT);
        Optional<DebounceRule> debounce = root.optional(
                "debounce", value -> value.mapping(map -> DebounceSection.read(map, keyedBy, longestWindow)));
        Optional<BackoffRule> providerBackoff = root.optional(
                "providerBackoff", value -> value.mapping(map -> ProviderBackoffSection.read(map, longestWindow)));
        new LimitChecks(limits).check(trusted.factor());
        if (!root.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new Policy(
                0,
                name.orElseThrow(),
                mode.orElseThrow(),
                keyedBy.orElseThrow(),
                registeredOnly.orElseThrow(),
                maxAge.isPresent() ? OptionalLong.of(maxAge.get()) : OptionalLong.empty(),
                admins,
                blocked.senders(),
                blocked.addresses(),
                trusted.senders(),
                trusted.factor(),
                commands,
                duplicates,
                limits.stream().map(LimitDraft::rule).flatMap(Optional::stream).toList(),
                content,
                penalties,
                notices,
                debounce,
                queue.orElseThrow(),
                priorities,
                providerBackoff));
    }
}
