package io.weirkeeper.core.content;

import io.weirkeeper.core.message.Text;
import java.util.List;

/** Looks for one kind of content. Immutable, and safe for use by several threads. */
public interface ContentCheck {

    /** The rules that a text offends against, in the order of the policy; none for a good text. */
    List<Match> matches(Text text);

    /** What to tell people of a text against which it has nothing: "links 1 of 3". */
    String passed(Text text);
}
