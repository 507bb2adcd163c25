package org.medexam.smp.tool.window;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.tool.setup.Draft;
import org.medexam.smp.tool.setup.Finding;
import org.medexam.smp.tool.setup.KeystoreCheck;
import org.medexam.smp.tool.setup.PortCheck;
import org.medexam.smp.tool.setup.SelfSignedKeystore;

/** 端口, 公网地址, 证书: where people reach SMP, and what their browsers trust. */
final class AddressPage extends Page {

    private static final String SELF_MADE = "conf/self-signed-";
    private static final String DEFAULT_HTTPS_PORT = "8443";
    private static final String DEFAULT_PORT = "8001";
    private static final int PASSWORD_BYTES = 24;

    /** Who shows the certificate. */
    private enum Way {
        OWN,
        SELF_SIGNED,
        PROXY,
        NONE
    }

    private final JRadioButton own;
    private final JRadioButton selfSigned;
    private final JRadioButton proxy;
    private final ButtonGroup ways = new ButtonGroup();
    private final JTextField keystore;
    private final FormRow passwordRow;
    private final PasswordField password = password(SettingKey.TLS_PASSWORD_FILE);
    private final JButton make = button("self-signed.make", this::make);
    private final StatusLabel made = new StatusLabel("self-signed.note", desk.say("window.self-signed.hint"));

    AddressPage(PageContext desk) {
        super(desk, "address");
        usual(shortField(SettingKey.HTTP_PORT, "http-port"), DEFAULT_PORT);
        field(SettingKey.PUBLIC_URL, "public-url");
        section("certificate.section");
        own = named(new JRadioButton(), "certificate.own");
        selfSigned = named(new JRadioButton(), "certificate.self-signed");
        proxy = named(new JRadioButton(), "certificate.proxy");
        List.of(own, selfSigned, proxy).forEach(ways::add);
        new FormRow(desk.texts(), form, "certificate", own, "grow 0", selfSigned, proxy);
        own.setName("certificate.own");

        form.add(make, "newline, skip 1, grow 0, gaptop 4");
        form.add(made, "newline, skip 1, growx, wmin 0, gapbottom 5");
        keystore = field(SettingKey.TLS_KEYSTORE, "keystore", button("keystore.choose", this::choose));
        passwordRow = FormRow.wide(desk.texts(), form, "keystore-password", password);
        row(SettingKey.TLS_PASSWORD_FILE, passwordRow);
        shortField(SettingKey.HTTPS_PORT, "https-port");
        field(SettingKey.PROXY_TRUSTED, "proxy-trusted");

        own.addActionListener(chosen -> use(Way.OWN));
        selfSigned.addActionListener(chosen -> use(Way.SELF_SIGNED));
        proxy.addActionListener(chosen -> use(Way.PROXY));
    }

    private Way chosen() {
        if (own.isSelected()) {
            return Way.OWN;
        }
        if (selfSigned.isSelected()) {
            return Way.SELF_SIGNED;
        }
        return proxy.isSelected() ? Way.PROXY : Way.NONE;
    }

    private Way way() {
        String file = editing.value(SettingKey.TLS_KEYSTORE);
        if (!file.isEmpty()) {
            return file.startsWith(SELF_MADE) ? Way.SELF_SIGNED : Way.OWN;
        }
        if (!editing.value(SettingKey.HTTPS_PORT).isEmpty()) {
            return Way.OWN;
        }
        return editing.value(SettingKey.PROXY_TRUSTED).isEmpty() ? Way.NONE : Way.PROXY;
    }

    private void use(Way way) {
        password.clear();
        if (way == Way.PROXY) {
            text(SettingKey.TLS_KEYSTORE, "");
            text(SettingKey.HTTPS_PORT, "");
            editing.change(AddressPage::withoutPassword);
        } else {
            text(SettingKey.PROXY_TRUSTED, "");
            text(SettingKey.TLS_KEYSTORE, "");
            editing.change(AddressPage::withoutPassword);
            if (editing.value(SettingKey.HTTPS_PORT).isEmpty()) {
                text(SettingKey.HTTPS_PORT, DEFAULT_HTTPS_PORT);
            }
        }
        made.hint();
        showParts();
    }

    private static Draft withoutPassword(Draft draft) {
        return draft.withSecret(SettingKey.TLS_PASSWORD_FILE, new Secret("")).with(SettingKey.TLS_PASSWORD_FILE, "");
    }

    private void showParts() {
        Way way = chosen();
        row(SettingKey.TLS_KEYSTORE).setVisible(way == Way.OWN);
        passwordRow.setVisible(way == Way.OWN);
        row(SettingKey.HTTPS_PORT).setVisible(way == Way.OWN || way == Way.SELF_SIGNED);
        row(SettingKey.PROXY_TRUSTED).setVisible(way == Way.PROXY);
        make.setVisible(way == Way.SELF_SIGNED);
        made.setVisible(way == Way.SELF_SIGNED);
        form.revalidate();
        markChanged();
    }

    private void choose() {
        FileChooserButton.file(
                form,
                desk.say("window.keystore.choose-title"),
                editing.draft().path(SettingKey.TLS_KEYSTORE),
                desk.say("window.keystore.kind"),
                chosen -> text(SettingKey.TLS_KEYSTORE, chosen.toString()),
                "p12",
                "pfx");
    }

    /** Under a name of its own: the settings in force may still name the one before. */
    private void make() {
        Instant now = desk.clock().instant();
        String name = SELF_MADE
                + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).format(now.atZone(ZoneId.systemDefault()))
                + ".p12";
        Path file = editing.draft().home().resolve(name);
        Secret secret = randomPassword();
        List<String> hosts = hosts();
        make.setEnabled(false);
        work(
                "make",
                () -> {
                    Files.createDirectories(file.getParent());
                    SelfSignedKeystore.write(file, secret, hosts, now, SelfSignedKeystore.DEFAULT_VALIDITY);
                    return name;
                },
                written -> {
                    make.setEnabled(true);
                    editing.change(draft -> draft.withSecret(SettingKey.TLS_PASSWORD_FILE, secret));
                    text(SettingKey.TLS_KEYSTORE, written);
                },
                thrown -> {
                    make.setEnabled(true);
                    made.fault(desk.say("window.self-signed.not-written", file, thrown.getMessage()));
                });
    }

    private static Secret randomPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The public name, where there is one already, and this machine. */
    private List<String> hosts() {
        List<String> hosts = new ArrayList<>();
        try {
            Optional.ofNullable(URI.create(editing.value(SettingKey.PUBLIC_URL)).getHost())
                    .ifPresent(hosts::add);
        } catch (IllegalArgumentException noAddressYet) {
            // its own row says so
        }
        if (!hosts.contains("localhost")) {
            hosts.add("localhost");
        }
        return hosts;
    }

    @Override
    void filled() {
        password.clear();
        made.hint();
        ways.clearSelection();
        switch (way()) {
            case OWN -> own.setSelected(true);
            case SELF_SIGNED -> selfSigned.setSelected(true);
            case PROXY -> proxy.setSelected(true);
            case NONE -> {}
        }
        showParts();
    }

    @Override
    public void judged() {
        password.saysWhenEmpty(
                editing.hasSecret(SettingKey.TLS_PASSWORD_FILE) ? desk.say("window.password.saved") : "");
        look(SettingKey.HTTP_PORT, editing.value(SettingKey.HTTP_PORT), portCheck(SettingKey.HTTP_PORT));
        look(SettingKey.HTTPS_PORT, editing.value(SettingKey.HTTPS_PORT), portCheck(SettingKey.HTTPS_PORT));
        lookAtKeystore();
        super.judged();
        if (chosen() == Way.SELF_SIGNED) {
            showCertificate();
        }
    }

    private Callable<List<Finding>> portCheck(SettingKey key) {
        String port = editing.value(key);
        return () -> new PortCheck(desk.texts()).look(Integer.parseInt(port.isEmpty() ? DEFAULT_PORT : port));
    }

    private void lookAtKeystore() {
        Draft draft = editing.draft();
        String publicUrl = editing.value(SettingKey.PUBLIC_URL);
        look(
                SettingKey.TLS_KEYSTORE,
                List.of(editing.value(SettingKey.TLS_KEYSTORE), publicUrl, editing.passwordsTyped()),
                () -> {
                    Optional<Path> file = draft.path(SettingKey.TLS_KEYSTORE);
                    Optional<Secret> secret = draft.secret(SettingKey.TLS_PASSWORD_FILE);
                    return file.isEmpty() || secret.isEmpty()
                            ? List.of()
                            : new KeystoreCheck(desk.texts(), desk.clock()).look(file.get(), secret.get(), publicUrl);
                });
    }

    /** What the file's own row says of a certificate from elsewhere. */
    private void showCertificate() {
        made.findings(foundOf(SettingKey.TLS_KEYSTORE));
    }

    @Override
    void foundChanged(SettingKey key) {
        if (key == SettingKey.TLS_KEYSTORE && chosen() == Way.SELF_SIGNED) {
            showCertificate();
        }
    }

    @Override
    Mark mark() {
        Mark mark = keys().stream().map(this::markOf).reduce(Mark.DONE, Mark::with);
        boolean open = switch (chosen()) {
            case NONE -> true;
            case OWN, SELF_SIGNED -> editing.value(SettingKey.TLS_KEYSTORE).isEmpty();
            case PROXY -> editing.value(SettingKey.PROXY_TRUSTED).isEmpty();
        };
        return open ? mark.with(Mark.TO_DO) : mark;
    }
}
