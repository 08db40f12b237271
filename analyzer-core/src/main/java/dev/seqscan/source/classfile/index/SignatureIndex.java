package dev.seqscan.source.classfile.index;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.classfile.ClassLookup;
import dev.seqscan.source.classfile.LibraryClass;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The public and protected signatures of well-known libraries, for programs whose class path is not known. The versions
 * are those of the parent POM; a program that uses others may see a member too many or too few.
 */
public final class SignatureIndex implements ClassLookup {

    /** The resource beside this class. */
    static final String RESOURCE = "signatures.bin";

    private record Location(int block, int blockLength, int inflatedLength, int offset) {
    }

    private final byte[] bytes;
    private final Notices notices;
    private final Map<String, Location> locations = new HashMap<>();
    private final TextTable texts;

    private SignatureIndex(byte[] bytes, Notices notices) {
        this.bytes = bytes;
        this.notices = notices;
        PackedInput head = new PackedInput(bytes, 0);
        if (head.number() != SignatureIndexWriter.MAGIC) {
            throw new IllegalStateException("not an index of this version");
        }
        int tableLength = head.count();
        int deflatedLength = head.count();
        byte[] table = PackedInput.inflate(bytes, head.position(), deflatedLength, tableLength);
        PackedInput in = new PackedInput(table, 0);
        texts = new TextTable(table, in);
        int block = head.position() + deflatedLength;
        while (in.position() < tableLength) {
            block += locate(in, block);
        }
    }

    /** The length of the block, after its classes are noted. */
    private int locate(PackedInput in, int block) {
        int inflatedLength = in.count();
        int blockLength = in.count();
        int offset = 0;
        for (int left = in.count(); left > 0; left--) {
            locations.put(texts.text(in.count()), new Location(block, blockLength, inflatedLength, offset));
            offset += in.count();
        }
        return blockLength;
    }

    /** The index that is shipped with SeqScan; without any class, and a notice, where it is missing or damaged. */
    public static ClassLookup shipped(Notices notices) {
        try (InputStream resource = SignatureIndex.class.getResourceAsStream(RESOURCE)) {
            if (resource != null) {
                return of(resource.readAllBytes(), notices);
            }
            notices.add(Notice.Kind.MISSING, "", 0, "the index of library signatures is not on SeqScan's own class path");
        } catch (IOException | RuntimeException damaged) {
            notices.add(Notice.Kind.INTERNAL, "", 0, "the index of library signatures cannot be read: " + damaged);
        }
        return NONE;
    }

    /** Fails with a {@link RuntimeException} if the bytes are no index. */
    static SignatureIndex of(byte[] bytes, Notices notices) {
        return new SignatureIndex(bytes, notices);
    }

    /** Canonical names of all its classes. */
    Set<String> names() {
        return Set.copyOf(locations.keySet());
    }

    @Override
    public Optional<LibraryClass> find(String canonicalName) {
        Location location = locations.get(canonicalName);
        if (location == null) {
            return FormerVersions.gone(canonicalName);
        }
        try {
            byte[] records = PackedInput.inflate(bytes, location.block(), location.blockLength(), location.inflatedLength());
            DeclarationReader reader = new DeclarationReader(new PackedInput(records, location.offset()), texts::text);
            return Optional.of(FormerVersions.joined(new LibraryClass(canonicalName, reader.type())));
        } catch (RuntimeException damaged) {
            notices.add(Notice.Kind.INTERNAL, "", 0, "the signature of " + canonicalName + " cannot be read: " + damaged);
            return Optional.empty();
        }
    }
}
