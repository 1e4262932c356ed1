package io.evenkeel.bot.helm;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether an object is one of its kind. Kubernetes' own kinds by the models made from its OpenAPI
 * document: a field that is not there, is missing or of another type is a fault. ServiceMonitor,
 * PrometheusRule and HTTPRoute by the models made from their definitions, for fields and types. For
 * the operators' kinds that have no library, {@link WrittenSchema}.
 */
final class KubernetesSchema {
  /** By name: their annotations are of libraries that are not here, which the compiler minds. */
  private static final String OWN = "io.kubernetes.client.openapi.models.V1";

  private static final Set<String> GROUPS =
      Set.of("v1", "apps/v1", "batch/v1", "networking.k8s.io/v1", "policy/v1");

  private static final Map<String, String> OTHERS =
      Map.of(
          "gateway.networking.k8s.io/v1", "io.fabric8.kubernetes.api.model.gatewayapi.v1.",
          "monitoring.coreos.com/v1", "io.fabric8.openshift.api.model.monitoring.v1.");

  private static final JsonSerializer<OffsetDateTime> TEXT =
      (time, type, context) -> new JsonPrimitive(time.toString());

  /** Not the client's own, which takes seconds to know every kind there is. */
  private static final Gson GSON =
      new GsonBuilder().registerTypeAdapter(OffsetDateTime.class, TEXT).create();

  private static final ObjectMapper STRICT =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(new NoFieldsBesides());

  private KubernetesSchema() {}

  /** The first fault, or nothing. */
  static Optional<String> fault(JsonNode object) {
    String version = object.at("/apiVersion").asString();
    String kind = object.at("/kind").asString();
    if (GROUPS.contains(version)) {
      return own(model(OWN + kind), JsonParser.parseString(object.toString()));
    }
    String others = OTHERS.get(version);
    return others == null
        ? WrittenSchema.of(kind).fault(object)
        : other(model(others + kind), object);
  }

  private static Class<?> model(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("There is no such kind: " + name, e);
    }
  }

  private static Optional<String> own(Class<?> model, JsonElement json) {
    try {
      model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
      JsonElement again = GSON.toJsonTree(GSON.fromJson(json, model));
      return Differences.first("", json, again);
    } catch (ReflectiveOperationException e) {
      return Optional.of(String.valueOf(e.getCause()));
    } catch (RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> other(Class<?> model, JsonNode object) {
    try {
      STRICT.readValue(object.toString(), model);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** These models keep what they do not know; here that is a fault. */
  private static final class NoFieldsBesides extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated member) {
      return false;
    }

    @Override
    public boolean hasIgnoreMarker(AnnotatedMember member) {
      return member.getName().equals("additionalProperties") || super.hasIgnoreMarker(member);
    }

    @Override
    public JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, Annotated type) {
      return JsonIgnoreProperties.Value.empty();
    }
  }
}
