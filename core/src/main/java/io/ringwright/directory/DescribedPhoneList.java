package io.ringwright.directory;

import io.ringwright.waiting.QueueOrder;
import java.util.List;

/** A phone list as it was described, unchecked. */
record DescribedPhoneList(
    List<ExtensionBuilder> extensions,
    List<HuntGroupBuilder> groups,
    List<String> externalPrefixes,
    List<String> callBackPrefixes,
    QueueOrder order) {}
