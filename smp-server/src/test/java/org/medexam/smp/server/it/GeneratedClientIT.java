package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.client.ApiClient;
import org.medexam.smp.client.ApiException;
import org.medexam.smp.client.ApiResponse;
import org.medexam.smp.client.api.CatalogueApi;
import org.medexam.smp.client.api.DossiersApi;
import org.medexam.smp.client.api.ImagesApi;
import org.medexam.smp.client.api.OperationApi;
import org.medexam.smp.client.api.SessionApi;
import org.medexam.smp.client.model.CatalogueRow;
import org.medexam.smp.client.model.Dossier;
import org.medexam.smp.client.model.DossierPage;
import org.medexam.smp.client.model.DossierRow;
import org.medexam.smp.client.model.DossierState;
import org.medexam.smp.client.model.Exam;
import org.medexam.smp.client.model.Facts;
import org.medexam.smp.client.model.Image;
import org.medexam.smp.client.model.RegisteredCandidate;
import org.medexam.smp.client.model.Registration;
import org.medexam.smp.client.model.Resolution;
import org.medexam.smp.client.model.ResolutionRequest;
import org.medexam.smp.client.model.Search;
import org.medexam.smp.client.model.Session;
import org.medexam.smp.client.model.Site;

/** A client that was generated of {@code openapi.json} and of nothing else gets on with the server. */
class GeneratedClientIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.shared();

    private final SmpServer server = SMP.server();
    private final Api api = SMP.api();

    @Test
    void registersUploadsListsAndFetches(@TempDir Path folder) throws Exception {
        Dossier registered = new DossiersApi(clientWith(api.spToken())).registerDossier("C-0001", registration("张试样"));
        assertThat(registered.getState()).isEqualTo(DossierState.DRAFT);
        assertThat(registered.getCandidate().getIdNumber()).isEqualTo("620400199001010015");
        assertThat(registered.getResult()).isNull();

        ImagesApi candidate = new ImagesApi(clientWith(api.candidateToken("C-0001")));
        File sent = Files.write(folder.resolve("证件.jpg"), DrawnPicture.jpeg(1)).toFile();
        ApiResponse<Image> first = candidate.uploadImageWithHttpInfo("C-0001", "ID_DOC", sent);
        ApiResponse<Image> again = candidate.uploadImageWithHttpInfo("C-0001", "ID_DOC", sent);
        assertThat(first.getStatusCode()).isEqualTo(201);
        assertThat(again.getStatusCode()).isEqualTo(200);
        assertThat(again.getData()).isEqualTo(first.getData());

        DossiersApi mp = new DossiersApi(clientWith(api.mpToken()));
        assertThat(mp.listDossiers(
                                DossierState.DRAFT,
                                "6217",
                                "110",
                                OffsetDateTime.now().minusMinutes(5),
                                null,
                                200)
                        .getItems())
                .extracting(DossierRow::getNo)
                .contains("C-0001");
        assertThat(mp.showDossier("C-0001", null).getMaterials().get(0).getImages())
                .containsExactly(first.getData());

        ImagesApi images = new ImagesApi(clientWith(api.mpToken()));
        File stamped = images.fetchImage(first.getData().getId(), null, null, null);
        assertThat(stamped).hasSize(first.getData().getBytes());
        assertThat(ImageIO.read(stamped).getWidth()).isEqualTo(first.getData().getWidth());
        assertThat(ImageIO.read(images.fetchThumbnail(first.getData().getId(), null))
                        .getWidth())
                .isLessThanOrEqualTo(320);
        try (ZipFile zip = new ZipFile(images.fetchArchive("C-0001"))) {
            assertThat(zip.stream().map(Object::toString)).containsExactly("C-0001/01-有效身份证明/1.jpg", "manifest.json");
        }
    }

    @Test
    void takesBackAPicture(@TempDir Path folder) throws Exception {
        new DossiersApi(clientWith(api.spToken())).registerDossier("C-0002", registration("李试样"));
        ImagesApi candidate = new ImagesApi(clientWith(api.candidateToken("C-0002")));
        Image image = candidate.uploadImage(
                "C-0002",
                "DIPLOMA",
                Files.write(folder.resolve("1.jpg"), DrawnPicture.jpeg(2)).toFile());

        candidate.deleteImage(image.getId());

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> candidate.fetchImage(image.getId(), null, null, null))
                .satisfies(e -> assertThat(e.getCode()).isEqualTo(404))
                .satisfies(e -> assertThat(e.getResponseBody()).contains("not-found"));
    }

    @Test
    void followsThePages() throws Exception {
        DossiersApi sp = new DossiersApi(clientWith(api.spToken()));
        List<String> registered = List.of("P-1", "P-2", "P-3", "P-4", "P-5");
        for (String no : registered) {
            sp.registerDossier(no, registration("王试样"));
        }

        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            DossierPage page =
                    sp.searchDossiers(new Search().text("王试样").limit(2).after(after));
            page.getItems().forEach(row -> seen.add(row.getNo()));
            after = page.getNext();
        } while (after != null);

        assertThat(seen).isEqualTo(registered);
    }

    @Test
    void asksWhatMustBeHandedIn() throws Exception {
        CatalogueApi sp = new CatalogueApi(clientWith(api.spToken()));

        assertThat(sp.showWindow().getOpen()).isTrue();
        assertThat(sp.listCatalogues().getItems())
                .filteredOn(CatalogueRow::getCurrent)
                .extracting(CatalogueRow::getId)
                .containsExactly("baiyin-2021");
        assertThat(sp.showCatalogue("hunan-2021", null).getRules().getGroups()).isNotEmpty();
        Resolution resolution = sp.resolveFacts(
                "baiyin-2021",
                new ResolutionRequest()
                        .facts(new Facts().kind(Facts.KindEnum.LOCAL).level(Facts.LevelEnum.LIC)));
        assertThat(resolution.getMaterials().get(0).getCode()).isEqualTo("ID_DOC");
        assertThat(resolution.getMaterials().get(0).getRequired()).isTrue();
        assertThat(resolution.getMissing()).contains("edu");
    }

    @Test
    void entersWithATicket() throws Exception {
        Session session = new SessionApi(clientWith(api.siteReviewerToken("6215"))).openSession(null);

        assertThat(session.getWho().getSite()).isEqualTo("6215");
        assertThat(session.getExpiresAt()).isAfter(OffsetDateTime.now().plusHours(9));
    }

    @Test
    void asksAfterTheServersHealth() throws Exception {
        OperationApi nobody = new OperationApi(clientWith(null));

        assertThat(nobody.live().getStatus().getValue()).isEqualTo("up");
        assertThat(nobody.ready().getFreeBytes()).isPositive();
        assertThat(nobody.metrics()).contains("smp_heap_used_bytes");
    }

    private static Registration registration(String name) {
        return new Registration()
                .exam(new Exam().year(2021).category("110").name("临床执业医师"))
                .site(new Site().code("6217").name("白银"))
                .candidate(new RegisteredCandidate()
                        .name(name)
                        .idType("居民身份证")
                        .idNumber("620400199001010015")
                        .phone("13800000015"))
                .facts(new Facts()
                        .kind(Facts.KindEnum.LOCAL)
                        .level(Facts.LevelEnum.LIC)
                        .edu(Facts.EduEnum.BAC)
                        .hasAsst(false));
    }

    private ApiClient clientWith(String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(server.api());
        client.setRequestInterceptor(request -> {
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
        });
        return client;
    }
}
