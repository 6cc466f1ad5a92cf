package catalog

// context says what the names in the catalogue mean, so that nobody needs to fetch it.
var context = node{
	"dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
	"spdx": "http://spdx.org/rdf/terms#", "vcard": "http://www.w3.org/2006/vcard/ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",

	"dcat:accessURL": address, "dcat:downloadURL": address, "dcat:landingPage": address, "dcat:mediaType": address, "dcat:theme": address,
	"dct:accessRights": address, "dct:isPartOf": address, "dct:language": address, "dct:license": address,
	"foaf:homepage": address, "spdx:algorithm": address, "vcard:hasEmail": address,

	"dcat:byteSize": typed("xsd:nonNegativeInteger"), "dcat:startDate": typed("xsd:gYear"), "dcat:endDate": typed("xsd:gYear"),
	"dct:issued": typed("xsd:date"), "spdx:checksumValue": typed("xsd:hexBinary"),
}

// address tells that a text is the address of a thing, not a text.
var address = typed("@id")

func typed(as string) node { return node{"@type": as} }
