package io.weirkeeper.http;

import io.weirkeeper.service.NotReadyException;
import io.weirkeeper.streams.BlockedAddresses;
import java.util.List;
import java.util.Optional;

/** The blocked addresses as this instance knows them; both methods throw while that is not known. */
public interface AddressBook {

    Optional<BlockedAddresses.Entry> find(String address) throws NotReadyException;

    /** At most so many in order, from after that one on. */
    List<BlockedAddresses.Entry> page(Optional<String> after, int most) throws NotReadyException;
}
