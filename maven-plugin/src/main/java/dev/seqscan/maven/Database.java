package dev.seqscan.maven;

import dev.seqscan.run.JdbcUrl;
import dev.seqscan.run.WrongParameter;
import dev.seqscan.schema.live.DatabaseAccess;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * The database that the parameters name.
 *
 * @param url empty or absent without one
 * @param server the id of the server in Maven's settings that has user and password; may be empty or absent
 */
record Database(String url, String server) {

    /** The way to it; empty where none is named. */
    Optional<DatabaseAccess> access(Settings settings, SettingsDecrypter decrypter) throws WrongParameter {
        return access(settings, decrypter, System.getenv());
    }

    Optional<DatabaseAccess> access(Settings settings, SettingsDecrypter decrypter, Map<String, String> environment)
            throws WrongParameter {
        boolean named = server != null && !server.isBlank();
        Optional<DatabaseAccess> plain = JdbcUrl.access(url, environment);
        if (plain.isEmpty() && named) {
            throw new WrongParameter("jdbcServer", server, "it goes with seqscan.jdbcUrl, which is not given");
        }
        return plain.isPresent() && named ? Optional.of(ofServer(settings, decrypter)) : plain;
    }

    private DatabaseAccess ofServer(Settings settings, SettingsDecrypter decrypter) throws WrongParameter {
        Server known = settings.getServer(server.strip());
        if (known == null) {
            throw new WrongParameter("jdbcServer", server, "allowed is the id of a <server> in Maven's settings");
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(known));
        if (result.getProblems().stream().anyMatch(each -> each.getSeverity() != SettingsProblem.Severity.WARNING)) {
            throw new WrongParameter("jdbcServer", server, "its password cannot be decrypted; see the guide to password"
                    + " encryption of Maven");
        }
        Server clear = result.getServer();
        return new DatabaseAccess(url.strip(), text(clear.getUsername()), text(clear.getPassword()));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    @Override
    public String toString() {
        return "the database of seqscan.jdbcUrl";
    }
}
