package org.roamscope.gui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class WallsTest {
  private static final JavaClasses GUI =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.roamscope.gui");

  @Test
  void viewModelsKnowNoNode() {
    noClasses()
        .that()
        .resideInAPackage("..gui.viewmodel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..", "..gui.view..", "..gui.app..")
        .because("a view-model is tested without a toolkit and outlives any widget")
        .check(GUI);
  }

  @Test
  void viewsDoNotKnowTheApplication() {
    noClasses()
        .that()
        .resideInAPackage("..gui.view..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..gui.app..")
        .because("the application puts views together, not the other way round")
        .check(GUI);
  }

  @Test
  void theDesktopDoesNotKnowTheCommandLine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.roamscope.cli..")
        .because("desktop and command line are two faces of one library")
        .check(GUI);
  }
}
