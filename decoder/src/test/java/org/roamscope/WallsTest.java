package org.roamscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The arrows between packages point one way. */
class WallsTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.roamscope");

  private static void sees(String of, String... allowed) {
    String[] packages = new String[allowed.length + 6];
    packages[0] = "org.roamscope." + of + "..";
    packages[1] = "java..";
    packages[2] = "org.jspecify..";
    packages[3] = "tools.jackson..";
    packages[4] = "javax.crypto..";
    packages[5] = "org.bouncycastle..";
    for (int i = 0; i < allowed.length; i++) {
      packages[6 + i] = "org.roamscope." + allowed[i] + "..";
    }
    classes()
        .that()
        .resideInAPackage("org.roamscope." + of + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(packages)
        .because("arrows between packages point one way (CONTRIBUTING, the house)")
        .check(HOUSE);
  }

  @Test
  void wireSideSeesOnlyWhatIsBelow() {
    sees("bytes");
    sees("capture", "bytes");
    classes()
        .that()
        .resideInAPackage("org.roamscope.live..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.roamscope.live..",
            "org.roamscope.capture..",
            "java..",
            "org.jspecify..",
            "org.pcap4j..")
        .because("the process with the rights holds as little as it can")
        .check(HOUSE);
    noClasses()
        .that()
        .doNotHaveSimpleName("Libpcap")
        .and()
        .haveNameNotMatching("org\\.roamscope\\.live\\.Libpcap\\$.*")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.pcap4j..", "com.sun.jna..")
        .because("native code stays behind one class")
        .check(HOUSE);
    sees("field", "bytes");
    sees("filter", "bytes", "field");
    sees("net", "bytes", "field");
    sees("crypto", "bytes");
    sees("mobility", "bytes", "field");
    sees("ipsec", "bytes", "field");
    sees("ike", "bytes", "field");
    sees("keys", "bytes", "field", "crypto");
    sees("dissect", "bytes", "field", "net", "mobility", "ipsec", "ike");
    sees("decrypt", "bytes", "field", "net", "ike", "ipsec", "dissect", "keys", "crypto");
  }

  @Test
  void judgementSeesFactsAndNeverPackets() {
    sees("track", "bytes", "field", "net", "mobility", "ipsec", "ike", "dissect");
    sees("audit", "bytes", "field", "track", "mobility");
    sees(
        "decode",
        "bytes",
        "capture",
        "field",
        "net",
        "mobility",
        "ipsec",
        "ike",
        "dissect",
        "keys",
        "decrypt",
        "filter",
        "track",
        "audit");
    sees(
        "share",
        "bytes",
        "capture",
        "field",
        "net",
        "mobility",
        "ike",
        "dissect",
        "crypto",
        "decode",
        "track",
        "audit");
    sees("compare", "bytes", "field", "ike", "ipsec", "mobility", "dissect", "track", "audit");
    sees("report", "bytes", "capture", "field", "decrypt", "track", "audit", "mobility", "compare");
    noClasses()
        .that()
        .resideInAPackage("org.roamscope.track")
        .and()
        .haveNameNotMatching(
            ".*\\.(EventExtractor|UsualBinding|IkeContentReader|IkeLifetime|DuplicateFilter)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.roamscope.dissect..",
            "org.roamscope.net..",
            "org.roamscope.ipsec..",
            "org.roamscope.ike..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.roamscope.bytes.Slice")
        .because(
            "EventExtractor is the bridge from dissection to facts, UsualBinding the short way over"
                + " it")
        .check(HOUSE);
  }

  @Test
  void jsonStaysInReports() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.roamscope.report..", "org.roamscope.decode.output..", "org.roamscope.keys..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .because("only reports and key files are JSON: the model knows no format")
        .check(HOUSE);
  }

  @Test
  void ciphersStayInCrypto() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.roamscope.crypto..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.crypto..", "org.bouncycastle..")
        .because("keys and ciphers are handled in one place")
        .check(HOUSE);
  }

  @Test
  void nothingPrintsAndNothingReadsTheClock() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .because("time comes from the capture and output belongs to the edges")
        .check(HOUSE);
  }

  @Test
  void noCycles() {
    SlicesRuleDefinition.slices()
        .matching("org.roamscope.(*)..")
        .should()
        .beFreeOfCycles()
        .check(HOUSE);
  }
}
