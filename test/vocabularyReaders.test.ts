import assert from "node:assert/strict";
import fc from "fast-check";
import { readVocabulary } from "../server/src/vocabularies/readVocabulary.ts";

/** What is read from a file. */
function read(fileName: string, text: string, language = "en") {
  return readVocabulary({ text, fileName, language });
}

/** What is wrong with a file, with its place in front. */
async function fault(fileName: string, text: string): Promise<string> {
  const { fault: found, concepts } = await read(fileName, text);
  assert.deepEqual(concepts, []);
  assert.ok(found !== undefined, "no fault");
  return [found.line, found.column, found.message].filter((part) => part !== undefined).join(":");
}

const SKOS = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix : <https://example.org/> .
:scheme a skos:ConceptScheme ; dct:title "Care"@en , "Pflege"@de .
:tele a skos:Concept ; skos:inScheme :scheme ; skos:prefLabel "Telehealth"@en , "Telemedizin"@de ;
  skos:altLabel "Telemedicine"@en , "Fernbehandlung"@de , "e-care" ; skos:definition "Care at a\\n distance."@en .
:video a skos:Concept ; skos:broader :tele , :it ; skos:prefLabel "Video Visit"@en-GB .
:it a skos:Concept ; skos:topConceptOf :scheme ; skos:prefLabel "IT"@en .
:old a skos:Concept ; skos:inScheme :scheme ; skos:prefLabel "Telecare" ; owl:deprecated true ; dct:isReplacedBy :tele .
`;

const CONCEPTS = [
  {
    scheme: "Care",
    label: "Telehealth",
    altLabels: ["Telemedicine", "e-care"],
    definition: "Care at a distance.",
  },
  { scheme: "Care", label: "Video Visit", altLabels: [], broader: "Telehealth" },
  { scheme: "Care", label: "IT", altLabels: [] },
  { scheme: "Care", label: "Telecare", altLabels: [], isDeprecated: true, replacedBy: "Care: Telehealth" },
];

describe("reading vocabularies", () => {
  describe("SKOS", () => {
    it("gives concepts in their schemes, in the wanted language", async () => {
      const { concepts, notes, fault: none, languages } = await read("care.ttl", SKOS);
      assert.deepEqual([concepts, none, languages], [CONCEPTS, undefined, ["en", "de", "en-gb"]]);
      assert.match(notes[0]?.message ?? "", /1 topics with several broader ones/);
      const german = (await read("care.ttl", SKOS, "de")).concepts[0];
      assert.deepEqual(german, {
        scheme: "Pflege",
        label: "Telemedizin",
        altLabels: ["Fernbehandlung", "e-care"],
        definition: "Care at a distance.",
      });
    });

    it("is the same in RDF/XML", async () => {
      const xml = `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"
  xmlns:dct="http://purl.org/dc/terms/" xmlns:owl="http://www.w3.org/2002/07/owl#" xml:base="https://example.org/">
  <skos:ConceptScheme rdf:about="scheme"><dct:title xml:lang="en">Care</dct:title></skos:ConceptScheme>
  <skos:Concept rdf:about="tele"><skos:inScheme rdf:resource="scheme"/>
    <skos:prefLabel xml:lang="de">Telemedizin</skos:prefLabel><skos:prefLabel xml:lang="en">Telehealth</skos:prefLabel>
    <skos:altLabel xml:lang="en">Telemedicine</skos:altLabel><skos:altLabel>e-care</skos:altLabel>
    <skos:definition xml:lang="en">Care at a
    distance.</skos:definition></skos:Concept>
  <skos:Concept rdf:about="video"><skos:prefLabel>Video Visit</skos:prefLabel><skos:broader rdf:resource="tele"/></skos:Concept>
  <skos:Concept rdf:about="it"><skos:topConceptOf rdf:resource="scheme"/><skos:prefLabel>IT</skos:prefLabel></skos:Concept>
  <skos:Concept rdf:about="old"><skos:inScheme rdf:resource="scheme"/><skos:prefLabel>Telecare</skos:prefLabel>
    <owl:deprecated>true</owl:deprecated><dct:isReplacedBy rdf:resource="tele"/></skos:Concept>
</rdf:RDF>`;
      assert.deepEqual((await read("care.rdf", xml)).concepts, CONCEPTS);
    });

    it("finds schemes that list their top concepts, and narrower topics", async () => {
      const text = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <https://example.org/> .
:s a skos:ConceptScheme ; skos:prefLabel "S" ; skos:hasTopConcept :a . :t a skos:ConceptScheme ; skos:prefLabel "T" .
:a a skos:Concept ; skos:prefLabel "A" ; skos:narrower :b . :b a skos:Concept ; skos:prefLabel "B" ; skos:narrower :c .
:c a skos:Concept ; skos:prefLabel "C" . :d a skos:Concept ; skos:prefLabel "D" . :e a skos:Concept ; skos:prefLabel "E" ; skos:inScheme :s , :t ; skos:broader :a .`;
      const { concepts } = await read("my-topics.ttl", text);
      assert.deepEqual(
        concepts.map(({ scheme, label, broader }) => [scheme, label, broader]),
        [
          ["S", "A", undefined],
          ["S", "B", "A"],
          ["S", "C", "B"],
          ["my-topics", "D", undefined],
          ["S", "E", "A"],
          ["T", "E", "S: A"],
        ],
      );
    });
  });

  describe("OWL", () => {
    const owl = `@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix : <https://example.org/#> .
<https://example.org/> a owl:Ontology ; rdfs:label "Health: all" .
:Gartner a owl:Class ; rdfs:subClassOf owl:Thing . :Nih a owl:Class ; rdfs:label "NIH" .
:BigData a owl:Class ; rdfs:label "Big Data" ; rdfs:comment "Much data." ; rdfs:subClassOf :Gartner , :Nih .
:Lakes a owl:Class ; rdfs:label "Data Lakes" ; rdfs:subClassOf :BigData , [ a owl:Restriction ] .
:Lone_Star a owl:Class . :X a owl:Class ; rdfs:subClassOf :Y . :Y a owl:Class ; rdfs:subClassOf :X .`;

    it("has schemes at its top, topics below, each in all schemes that it is below", async () => {
      const { concepts } = await read("health.owl", owl);
      assert.deepEqual(
        concepts.map(({ scheme, label, broader, definition }) => [scheme, label, broader, definition]),
        [
          ["Gartner", "Big Data", undefined, "Much data."],
          ["NIH", "Big Data", undefined, "Much data."],
          ["Gartner", "Data Lakes", "Big Data", undefined],
          ["NIH", "Data Lakes", "Big Data", undefined],
          ["Health - all", "Lone Star", undefined, undefined],
          ["Health - all", "X", "Y", undefined],
          ["Health - all", "Y", "X", undefined],
        ],
      );
    });
  });

  describe("GraphQL's answer", () => {
    const row = (label: string, parentclasslabel: string) => ({
      label,
      classname: "c",
      parentclassname: "p",
      parentclasslabel,
    });
    const rows = [row("Big Data", "Gartner"), row(" Sleep\n Care ", "NIH"), row("Gartner", ""), row("Big Data", "NIH")];
    const expected = [
      { scheme: "Gartner", label: "Big Data", altLabels: [] },
      { scheme: "NIH", label: "Sleep Care", altLabels: [] },
      { scheme: "NIH", label: "Big Data", altLabels: [] },
    ];

    it("names schemes by parents", async () => {
      for (const answer of [
        { data: { getClassHierarchy: rows } },
        { data: { topics: rows } },
        { getClassHierarchy: rows },
        rows,
      ])
        assert.deepEqual((await read("a.json", `\uFEFF${JSON.stringify(answer)}`)).concepts, expected);
    });

    it("is told of where it is broken, or none", async () => {
      assert.equal(await fault("a.json", '{\n "data": {\n  "x" 1 } }'), "3:7:Here it stops being JSON.");
      assert.equal(
        await fault("a.json", '{"errors": [{"message": "Not\\n today"}], "data": null}'),
        "The service had no answer: Not today",
      );
      assert.match(await fault("a.json", "{}"), /no list of classes/);
      const { concepts, notes } = await read("a.json", JSON.stringify([...rows, row("", "NIH"), 7]));
      assert.deepEqual(concepts, expected);
      assert.deepEqual(
        notes.map(({ message }) => message),
        ["Item 5 of the list has no `label`.", "Item 6 of the list is no class."],
      );
    });
  });

  describe("a table", () => {
    it("has columns by name, in the wanted language, whatever separates them", async () => {
      for (const [delimiter, name] of [
        [",", "a.csv"],
        [";", "a.csv"],
        ["\t", "a.tsv"],
      ] as const) {
        const lines = [
          [
            "Scheme",
            "Pref Label@de",
            "prefLabel@en",
            "alt_labels",
            "Definition",
            "broader",
            "Deprecated",
            "replaced by",
          ],
          ["Care", "Fern", "Far", "Distant|Remote|far", '"Care, ""far""\r\n; away"', "Care: All", "", ""],
          ["Care", "Alt", "Old", "", "", "", "TRUE", "Far"],
          [""],
          ["", "", "NIH: Sleep", "", "", "", "", ""],
        ];
        const text = lines.map((cells) => cells.join(delimiter)).join("\r\n");
        const { concepts, notes, languages } = await read(name, text);
        assert.deepEqual(concepts, [
          {
            scheme: "Care",
            label: "Far",
            altLabels: ["Distant", "Remote"],
            definition: 'Care, "far" ; away',
            broader: "All",
          },
          { scheme: "Care", label: "Old", altLabels: [], isDeprecated: true, replacedBy: "Care: Far" },
          { scheme: "NIH", label: "Sleep", altLabels: [] },
        ]);
        assert.deepEqual([notes, languages], [[], ["de", "en"]]);
        assert.equal((await read(name, text, "de")).concepts[0]?.label, "Fern");
      }
    });

    it("is told of where it is broken", async () => {
      assert.match(await fault("a.csv", "scheme,name of it\nA,B\n"), /^1:1:The first line names no column `label`/);
      assert.match(await fault("a.csv", 'label\nA\n"B\nC\n'), /^3:.*[Qq]uote/);
      assert.match(await fault("a.csv", ""), /empty/);
      const { concepts, notes } = await read("our own.csv", "label,definition\nA,b\n,x\n\nC,one, two\n");
      assert.deepEqual(concepts, [{ scheme: "our own", label: "A", altLabels: [], definition: "b" }]);
      assert.deepEqual(
        notes.map(({ line, message }) => `${line}: ${message}`),
        ["3: The row has no label.", "5: The row has more cells than the first line names columns."],
      );
    });
  });

  it("says where RDF is broken", async () => {
    assert.match(
      await fault("a.ttl", "@prefix a: <http://a#> .\na:b a:c a:d .\na:b x:c 3 ."),
      /^3:Undefined prefix "x:"/,
    );
    assert.match(await fault("a.ttl", "<a> <b> <c> .\n<a> <b>\n"), /^3:Expected entity but got eof/);
    const xml = '<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n';
    assert.match(
      await fault("a.rdf", `${xml}<rdf:Description></rdf:Descripton></rdf:RDF>`),
      /^3:\d+:Un(matched|expected)/,
    );
    assert.match(
      await fault("a.rdf", `${xml}<rdf:Description/>\n`),
      /^3:The file ends before `<rdf:RDF>` is closed\.$/,
    );
    assert.match(await fault("a.rdf", `${xml}</rdf:RDF>`), /neither a `skos:Concept` nor an `owl:Class`/);
  });

  it("goes by the text where the name says nothing, or something else", async () => {
    assert.deepEqual((await read("care.owl", SKOS)).concepts, CONCEPTS);
    assert.deepEqual((await read("care", SKOS)).concepts, CONCEPTS);
    assert.deepEqual((await read("x", '[{"label": "A", "parentclasslabel": "S"}]')).concepts.length, 1);
    assert.deepEqual((await read("x", "label,scheme\nA,S\n")).concepts.length, 1);
  });

  it("never throws, whatever it is given", async () => {
    const parts = fc.constantFrom(
      "<",
      ">",
      "a",
      ":b ",
      '"',
      "\n",
      "@prefix : <x> .",
      "{",
      "[",
      "]",
      ",",
      "<?xml ?>",
      "<rdf:RDF>",
      "&",
      "\0",
      "label",
      "😀",
      "\uFEFF",
    );
    const texts = fc.array(parts, { maxLength: 25 }).map((all) => all.join(""));
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom("a.csv", "a.ttl", "a.rdf", "a.json", "a"), async (text, name) => {
        const { fault: found, concepts } = await read(name, text);
        assert.ok(found === undefined || concepts.length === 0);
        for (const { scheme, label } of concepts) assert.ok(scheme !== "" && label !== "" && !scheme.includes(":"));
      }),
      { numRuns: 500 },
    );
  });
});
