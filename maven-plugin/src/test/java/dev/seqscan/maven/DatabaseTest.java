package dev.seqscan.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqscan.schema.live.DatabaseAccess;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class DatabaseTest {

    private static final String URL = "jdbc:postgresql://db/shop";

    private final Settings settings = new Settings();

    @Test
    void user_and_password_come_from_the_environment() throws Exception {
        assertThat(new Database(URL, null).access(settings, refusing(), Map.of("SEQSCAN_JDBC_USER", "me",
                "SEQSCAN_JDBC_PASSWORD", "s3cr3t"))).contains(new DatabaseAccess(URL, "me", "s3cr3t"));
    }

    @Test
    void a_server_of_the_settings_wins_with_its_decrypted_password() throws Exception {
        settings.addServer(server("shop-db", "{encrypted}"));

        assertThat(new Database(URL, "shop-db").access(settings, giving(server("shop-db", "s3cr3t")),
                Map.of("SEQSCAN_JDBC_USER", "other"))).contains(new DatabaseAccess(URL, "me", "s3cr3t"));
    }

    @Test
    void a_password_that_cannot_be_decrypted_stops_and_is_not_shown() {
        settings.addServer(server("shop-db", "{encrypted}"));

        assertThatThrownBy(() -> new Database(URL, "shop-db").access(settings, refusing(), Map.of()))
                .hasMessageContaining("jdbcServer=shop-db").hasMessageNotContaining("encrypted}");
    }

    @Test
    void an_unknown_server_stops() {
        assertThatThrownBy(() -> new Database(URL, "none").access(settings, refusing(), Map.of()))
                .hasMessageContaining("Wrong parameter jdbcServer=none");
    }

    @Test
    void a_server_without_a_url_stops() {
        assertThatThrownBy(() -> new Database("", "shop-db").access(settings, refusing(), Map.of()))
                .hasMessageContaining("seqscan.jdbcUrl, which is not given");
    }

    @Test
    void without_a_url_no_database_is_asked() throws Exception {
        assertThat(new Database(null, null).access(settings, refusing(), Map.of("SEQSCAN_JDBC_USER", "me"))).isEmpty();
    }

    private static Server server(String id, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername("me");
        server.setPassword(password);
        return server;
    }

    private static SettingsDecrypter giving(Server server) {
        return request -> new Result(server, List.of());
    }

    private static SettingsDecrypter refusing() {
        return request -> new Result(new Server(), List.of(
                new DefaultSettingsProblem("no master password", SettingsProblem.Severity.ERROR, "settings", 1, 1, null)));
    }

    private record Result(Server server, List<SettingsProblem> problems) implements SettingsDecryptionResult {

        @Override
        public Server getServer() {
            return server;
        }

        @Override
        public List<Server> getServers() {
            return List.of(server);
        }

        @Override
        public org.apache.maven.settings.Proxy getProxy() {
            return null;
        }

        @Override
        public List<org.apache.maven.settings.Proxy> getProxies() {
            return List.of();
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return problems;
        }
    }
}
