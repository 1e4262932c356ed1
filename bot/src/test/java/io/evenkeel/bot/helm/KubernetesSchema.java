package io.evenkeel.bot.helm;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whether an object is one of its kind. Kubernetes' own kinds by the models made from its OpenAPI
 * document: a field that is not there, is missing or of another type is a fault. ServiceMonitor,
 * PrometheusRule and HTTPRoute by the models made from their definitions, for fields and types. For
 * the operators' kinds that have no library, {@link WrittenSchema}.
 */
final class KubernetesSchema {
  private static final Map<String, Class<?>> OWN =
      Map.of(
          "apps/v1 Deployment", V1Deployment.class,
          "batch/v1 Job", V1Job.class,
          "networking.k8s.io/v1 Ingress", V1Ingress.class,
          "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy.class,
          "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget.class,
          "v1 ConfigMap", V1ConfigMap.class,
          "v1 Pod", V1Pod.class,
          "v1 Service", V1Service.class,
          "v1 ServiceAccount", V1ServiceAccount.class);

  private static final Map<String, Class<?>> OTHERS =
      Map.of(
          "gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class,
          "monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class,
          "monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class);

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
    String kind = object.at("/apiVersion").asString() + " " + object.at("/kind").asString();
    if (OWN.containsKey(kind)) {
      return own(OWN.get(kind), JsonParser.parseString(object.toString()));
    }
    if (OTHERS.containsKey(kind)) {
      return other(OTHERS.get(kind), object);
    }
    return WrittenSchema.of(kind).flatMap(schema -> schema.fault(object));
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
    public Boolean hasAnySetter(com.fasterxml.jackson.databind.introspect.Annotated member) {
      return false;
    }

    @Override
    public boolean hasIgnoreMarker(AnnotatedMember member) {
      return member.getName().equals("additionalProperties") || super.hasIgnoreMarker(member);
    }

    @Override
    public com.fasterxml.jackson.annotation.JsonIgnoreProperties.Value findPropertyIgnoralByName(
        MapperConfig<?> config, com.fasterxml.jackson.databind.introspect.Annotated type) {
      return com.fasterxml.jackson.annotation.JsonIgnoreProperties.Value.empty();
    }
  }
}
