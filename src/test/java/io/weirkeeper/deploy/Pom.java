package io.weirkeeper.deploy;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

/** What the pom says. */
record Pom(Document document) {

    static Pom read() throws Exception {
        return new Pom(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile()));
    }

    String property(String name) throws Exception {
        return text("/project/properties/" + name);
    }

    String version() throws Exception {
        return text("/project/version");
    }

    /** The text at an XPath, without white space around it. */
    String text(String path) throws Exception {
        return XPathFactory.newInstance().newXPath().evaluate(path, document).strip();
    }
}
