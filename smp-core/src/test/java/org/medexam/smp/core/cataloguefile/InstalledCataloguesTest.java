package org.medexam.smp.core.cataloguefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.settings.SettingsFault;
import org.medexam.smp.core.settings.SettingsRefused;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.imaging.inspect.PictureFormat;

/** What a start reads of {@code conf/catalogues}, and what stops it. */
class InstalledCataloguesTest {

    @TempDir
    Path home;

    private Path folder;
    private Path samples;

    @BeforeEach
    void anInstallation() throws IOException {
        folder = Files.createDirectories(home.resolve("conf/catalogues"));
        samples = Files.createDirectories(folder.resolve("samples/weihai-2020"));
        Files.writeString(home.resolve("conf/sp.jwks.json"), "{\"keys\":[]}");
        Files.writeString(home.resolve("conf/mp.jwks.json"), "{\"keys\":[]}");
        Files.writeString(home.resolve("conf/smp.properties"), """
                smp.district.code=37
                smp.district.name=试验考区
                smp.catalogue=weihai-2021
                smp.public-url=http://localhost:8001
                smp.storage.path=pictures
                smp.sp.jwks=conf/sp.jwks.json
                smp.mp.jwks=conf/mp.jwks.json
                """);
    }

    @Test
    void theDistrictsOwnCatalogueAndItsSamplesAreThere() throws IOException {
        Files.writeString(folder.resolve("next.yaml"), weihai().replace("weihai-2020", "weihai-2021"));
        Files.write(samples.resolve("ID_DOC.png"), picture("png"));
        Files.write(samples.resolve("DIPLOMA.JPG"), picture("jpg"));
        Files.writeString(samples.resolve("Thumbs.db"), "of the system");
        Files.writeString(samples.resolve("ID_DOC.svg"), "<svg onload='alert(1)'/>");

        InstalledCatalogues installed = read();

        assertThat(installed.catalogue().ids()).contains("weihai-2021").hasSize(6);
        assertThat(installed.samples().has("weihai-2020", "ID_DOC")).isTrue();
        assertThat(installed.samples().has("weihai-2021", "ID_DOC")).isFalse();
        assertThat(installed
                        .samples()
                        .picture("weihai-2020", "ID_DOC")
                        .orElseThrow()
                        .format())
                .isEqualTo(PictureFormat.PNG);
        assertThat(installed
                        .samples()
                        .picture("weihai-2020", "DIPLOMA")
                        .orElseThrow()
                        .bytes())
                .isEqualTo(picture("jpg"));
        assertThat(installed.samples().picture("weihai-2020", "../weihai-2020/ID_DOC"))
                .isEmpty();
    }

    @Test
    void aSampleThatIsTakenAwayLaterIsNotThere() throws IOException {
        Files.writeString(folder.resolve("next.yaml"), weihai().replace("weihai-2020", "weihai-2021"));
        Path sample = Files.write(samples.resolve("ID_DOC.png"), picture("png"));
        InstalledCatalogues installed = read();

        Files.write(sample, new byte[SamplePictures.MAX_BYTES + 1]);
        assertThat(installed.samples().picture("weihai-2020", "ID_DOC")).isEmpty();
        Files.delete(sample);
        assertThat(installed.samples().picture("weihai-2020", "ID_DOC")).isEmpty();
    }

    @Test
    void anUnknownCatalogueIsAFaultOfItsSetting() {
        assertThat(faults()).singleElement().satisfies(fault -> {
            assertThat(fault.key()).isEqualTo("smp.catalogue");
            assertThat(fault.chinese()).startsWith("没有材料目录 weihai-2021；现有：baiyin-2021 ");
            assertThat(fault.english())
                    .isEqualTo("there is no catalogue weihai-2021; there are:"
                            + " baiyin-2021 hunan-2021 shijiazhuang-2022 unnamed-2022 weihai-2020");
        });
    }

    @Test
    void everyFaultOfEveryFileIsNamedWithItsPlace() throws IOException {
        Files.writeString(folder.resolve("next.yaml"), weihai().replace("when: upgraded", "when: upgradde"));
        Files.writeString(folder.resolve("other.yaml"), weihai());
        Files.write(samples.resolve("ID_CARD.png"), picture("png"));
        Files.writeString(samples.resolve("DIPLOMA.jpg"), "<html>");
        Files.write(samples.resolve("ID_DOC.jpg"), picture("jpg"));
        Files.write(samples.resolve("ID_DOC.png"), picture("png"));
        Files.write(samples.resolve("OTHER.png"), new byte[SamplePictures.MAX_BYTES + 1]);
        Files.createDirectories(folder.resolve("samples/weihai-2002"));

        assertThat(faults())
                .extracting(SettingsFault::key)
                .containsExactly(
                        "conf/catalogues/next.yaml:106",
                        "conf/catalogues/other.yaml:1",
                        "conf/catalogues/samples/weihai-2002",
                        "conf/catalogues/samples/weihai-2020/DIPLOMA.jpg",
                        "conf/catalogues/samples/weihai-2020/ID_CARD.png",
                        "conf/catalogues/samples/weihai-2020/ID_DOC.png",
                        "conf/catalogues/samples/weihai-2020/OTHER.png");
    }

    private List<SettingsFault> faults() {
        return catchThrowableOfType(SettingsRefused.class, this::read).faults();
    }

    private InstalledCatalogues read() {
        return InstalledCatalogues.read(SmpSettings.read(home.resolve("conf/smp.properties")));
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static String weihai() {
        return new String(CatalogueFiles.builtInFile("weihai-2020").orElseThrow(), StandardCharsets.UTF_8);
    }
}
