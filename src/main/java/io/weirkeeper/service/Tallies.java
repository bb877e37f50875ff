package io.weirkeeper.service;

import io.weirkeeper.core.tally.Tally;
import java.util.Map;
import java.util.Set;

/** What the gates of this instance have counted, as far as it is written to their stores. */
public interface Tallies {

    /** The names of all tasks that count, wherever they run. */
    Set<String> allTasks();

    /**
     * What each task counted that runs here, by its name.
     *
     * @throws NotReadyException while the stores of one are being restored or moved
     */
    Map<String, Tally> ofTasks() throws NotReadyException;

    /**
     * What the sender gate decided of one subject.
     *
     * @param partition of the task that judges the subject's messages
     * @throws NotReadyException if that does not run here now
     */
    Tally ofSubject(String subject, int partition) throws NotReadyException;
}
