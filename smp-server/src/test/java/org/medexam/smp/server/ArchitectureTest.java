package org.medexam.smp.server;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.HttpMethod;
import java.time.Instant;
import java.util.stream.Stream;
import org.medexam.smp.architecture.ArchitectureContract;
import org.medexam.smp.architecture.ArchitectureRule;
import org.medexam.smp.architecture.SharedRules;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.DossierLifecycle;
import org.medexam.smp.server.dossier.DossierState;

/** Rules of the server. */
class ArchitectureTest extends ArchitectureContract {

    ArchitectureTest() {
        super("org.medexam.smp.server", "org.medexam.smp.server.dossier.PlantedBypass");
    }

    /** Those whose work is the wire: they read it, write it or stand before it. */
    private static final String ON_THE_WIRE = ".*(Resource|Mapper|Filter|Application)(\\$.*)?"
            // filters, providers and readers, each for one thing
            + "|.*\\.(DurableAnswers|JsonProvider|MemoryOnlyMultipart|UploadBody)";

    /** Plural nouns, and the trail that is only ever added to. */
    private static final String REPOSITORIES =
            ".*\\.database\\.(Transactions|Database)(\\$.*)?|.*\\.(Accounts|AuditTrail|StoreBonds|Changes|Deliveries|Dossiers|LinkKeys"
                    + "|MaterialMarks|Messages|Pictures|Reviews|Sessions|SigningKeys|Submissions)";

    @Override
    protected Stream<ArchitectureRule> rules() {
        return Stream.of(
                new ArchitectureRule(noClasses()
                        .that()
                        .haveNameNotMatching(".*\\.SmpApplication")
                        .and()
                        .haveNameNotMatching(".*Resource(\\$.*)?")
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("org\\.medexam\\..*Resource(\\$.*)?")
                        .as("nothing but the application class depends on a resource")),
                new ArchitectureRule(methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .haveSimpleNameEndingWith("Resource")
                        .and()
                        .haveModifier(JavaModifier.PUBLIC)
                        .should(showNoEntity())
                        .as("no entity stands in a resource's signature")),
                new ArchitectureRule(noClasses()
                        .that()
                        .haveNameNotMatching(ON_THE_WIRE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("jakarta.ws.rs..")
                        .as("JAX-RS is for resources, mappers, filters, providers and the application class")),
                new ArchitectureRule(noClasses()
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.nio\\.file\\.Files|java\\.nio\\.channels\\.FileChannel"
                                + "|java\\.io\\.(File|File(In|Out)putStream|RandomAccessFile|FileReader|FileWriter)")
                        .as("the server touches no file: pictures are the store's")),
                new ArchitectureRule(noClasses()
                        .that()
                        .haveNameNotMatching(REPOSITORIES)
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(EntityManager.class)
                        .as("the entity manager is for repositories alone")),
                new ArchitectureRule(noClasses()
                        .that()
                        .haveNameNotMatching(".*\\.SettingsProducer")
                        .should()
                        .callMethodWhere(target(nameMatching("read"))
                                .and(target(com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                        JavaClass.Predicates.equivalentTo(SmpSettings.class)))))
                        .orShould()
                        .callMethod(System.class, "getProperty", String.class)
                        .orShould()
                        .callMethod(System.class, "getenv", String.class)
                        .as("settings are read by their producer, once")),
                new ArchitectureRule(methods()
                        .that()
                        .areMetaAnnotatedWith(HttpMethod.class)
                        .should()
                        .beAnnotatedWith(Access.class)
                        .as("every HTTP method says who may call it")),
                new ArchitectureRule(noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName(DossierLifecycle.class.getName())
                        .should()
                        .callMethod(Dossier.class, "enter", DossierState.class, Instant.class)
                        .as("only the lifecycle changes a dossier's state")),
                SharedRules.noAwtFont(),
                SharedRules.noCycles("org.medexam.smp.server"));
    }

    private static ArchCondition<JavaMethod> showNoEntity() {
        return new ArchCondition<>("show no entity") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                        .map(JavaType::getAllInvolvedRawTypes)
                        .flatMap(java.util.Set::stream)
                        .filter(type -> type.isAnnotatedWith(Entity.class))
                        .forEach(entity -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows " + entity.getSimpleName())));
            }
        };
    }
}
